import { type ErrorCode, type ErrorWhere, IsnadError } from '../model/index.js'

/** Collects what is wrong with packs, so that one check names everything. */
export class Problems {
  readonly list: IsnadError[] = []

  add(code: ErrorCode, message: string, where: ErrorWhere, hint?: string): void {
    this.list.push(new IsnadError(code, message, { where, ...(hint !== undefined && { hint }) }))
  }

  /** In the order of files and lines. */
  sorted(): IsnadError[] {
    const key = (e: IsnadError) => [e.where?.file ?? '', e.where?.line ?? 0, e.where?.column ?? 0] as const
    return [...this.list].sort((a, b) => {
      const [af, al, ac] = key(a)
      const [bf, bl, bc] = key(b)
      return af < bf ? -1 : af > bf ? 1 : al - bl || ac - bc
    })
  }

  /**
   * Throws the first problem, telling how many others there are. A broken assertion is for the checker alone: it warns
   * of lost rows, and those that are left can still be used.
   */
  throwFirst(): void {
    const [first, ...others] = this.sorted().filter((p) => p.code !== 'pack-assertion')
    if (!first) return
    if (others.length === 0) throw first
    const more = `${others.length} more ${others.length === 1 ? 'problem' : 'problems'}: isnad packs check`
    throw new IsnadError(first.code, first.message, {
      ...(first.where && { where: first.where }),
      hint: first.hint ? `${first.hint}; ${more}` : more,
    })
  }
}
