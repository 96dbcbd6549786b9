import { called } from '../case/index.js'
import { IsnadError, ROLES, type Role } from '../model/index.js'
import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { PEOPLE_ROUTES } from './contract/people.js'
import type { Who } from './who.js'

/** Who may come in, for administrators; one's own tokens, for everyone. */
export const peopleRoutes = ({ kase, door }: ApiContext) => {
  const { people } = kase
  const find = async (name: string) => {
    const person = (await people.list()).find((one) => one.name === called(name))
    if (!person) throw new IsnadError('not-found', `there is nobody called "${name}"`)
    return { person }
  }
  return answers(PEOPLE_ROUTES, {
    'GET /people': async () => ({ items: await people.list() }),
    'POST /people/{name}/role/{role}': async ({ params: { name, role } }) => ({
      password: await people.add(name, asRole(role)),
    }),
    'PUT /people/{name}/role/{role}': async ({ params: { name, role }, who }) => {
      notOneself(who, name, 'take your own role away')
      await people.setRole(name, asRole(role))
      return find(name)
    },
    'POST /people/{name}/password': async ({ params: { name } }) => ({ password: await people.setPassword(name) }),
    'PUT /people/{name}/disabled': async ({ params: { name }, who }) => {
      notOneself(who, name, 'shut yourself out')
      await people.setDisabled(name, true)
      return find(name)
    },
    'DELETE /people/{name}/disabled': async ({ params: { name } }) => {
      await people.setDisabled(name, false)
      return find(name)
    },
    'GET /session/tokens': async ({ who }) => ({ items: await people.tokens(named(who, door.mode)) }),
    'POST /session/tokens': async ({ who, body: { label, days } }) => ({
      token: await people.token(named(who, door.mode), label, days),
    }),
    'DELETE /session/tokens/{id}': async ({ who, params: { id } }) => {
      await people.revokeToken(named(who, door.mode), id)
      return {}
    },
  })
}

function asRole(word: string): Role {
  const role = ROLES.find((one) => one === word)
  if (!role) throw new IsnadError('usage', `"${word}" is no role`, { hint: `One of ${ROLES.join(', ')}.` })
  return role
}

/** A case must not lose its last administrator by a slip of the hand. */
function notOneself(who: Who, name: string, what: string): void {
  if (who.name === called(name))
    throw new IsnadError('usage', `You cannot ${what}.`, { hint: 'Ask another administrator of the case.' })
}

/** Tokens belong to somebody; on a laptop nobody signs in, and scripts use the key of the start. */
function named({ name }: Who, mode: string): string {
  if (name !== undefined) return name
  throw new IsnadError('usage', 'Nobody signs in here, and so nobody has tokens.', {
    hint: mode === 'local' ? 'A script uses the token of the printed address.' : 'Sign in by name.',
  })
}
