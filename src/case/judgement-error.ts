import { IsnadError } from '../model/index.js'

/** A judgement whose target is not there, or that says nothing. */
export function invalid(
  message: string,
  hint = 'A judgement names its document, span and type, or two claims, incidents or entities; list them with isnad list.',
): IsnadError {
  return new IsnadError('judgement-invalid', message, { hint })
}
