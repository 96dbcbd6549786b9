import { Command, Option } from 'commander'
import { type Case, caseLocation, createCase, defaultSteps, openCase, type Steps } from '../case/index.js'
import { IsnadError, TLP_MARKINGS, type Tlp } from '../model/index.js'
import { loadPacks, type Packs, type TableFile } from '../packs/index.js'
import { EXIT } from './exit-codes.js'
import type { Io } from './io.js'

/** The folder of a case where none is named. */
export const DEFAULT_CASE = 'isnad-case'

/** What one run can take over from another. */
export interface Loaded {
  packs: Packs
  steps: Steps
}

/** One run of the program: its packs and its case, opened when a command first needs them. */
export class Session {
  /** What the program will end with. */
  exitCode: number = EXIT.ok
  private loaded: Packs | undefined
  private made: Steps | undefined

  constructor(
    readonly io: Io,
    private readonly extra: () => readonly string[],
    /** Packs and steps that are already loaded, for programs that run more than one command. */
    loaded?: Loaded,
  ) {
    this.loaded = loaded?.packs
    this.made = loaded?.steps
  }

  get packs(): Packs {
    this.loaded ??= loadPacks({ extra: this.extra() })
    return this.loaded
  }

  /** Adds the mapping of a table that a person wrote to those of the packs; before packs are first used. */
  addTable(table: TableFile): void {
    const { ontology } = this.packs
    this.loaded = { ...this.packs, ontology: { ...ontology, tables: new Map([...ontology.tables, [table.id, table]]) } }
    this.made = undefined
  }

  get steps(): Steps {
    this.made ??= defaultSteps(this.packs)
    return this.made
  }

  /** Opens a case, does something with it, and closes it whatever happens. */
  async withCase<T>(location: string, work: (kase: Case) => Promise<T>): Promise<T> {
    const place = caseLocation(location, this.io.env)
    return this.close(await openCase(place, { steps: this.steps, now: this.io.now }), work)
  }

  /** The same; a case that does not exist yet is made. */
  async withNewCase<T>(
    location: string,
    about: { name: string; tlp: Tlp },
    work: (kase: Case) => Promise<T>,
  ): Promise<T> {
    const options = { steps: this.steps, now: this.io.now }
    const place = caseLocation(location, this.io.env)
    const kase = await openCase(place, options).catch((error) => {
      if (error instanceof IsnadError && error.code === 'case-missing') return createCase(place, about, options)
      throw error
    })
    return this.close(kase, work)
  }

  /** Makes a case; throws `case-exists` where there is one. */
  async newCase(
    location: string,
    about: { name: string; tlp: Tlp },
    work: (kase: Case) => Promise<void>,
  ): Promise<void> {
    const place = caseLocation(location, this.io.env)
    return this.close(await createCase(place, about, { steps: this.steps, now: this.io.now }), work)
  }

  private async close<T>(kase: Case, work: (kase: Case) => Promise<T>): Promise<T> {
    try {
      return await work(kase)
    } finally {
      await kase.close()
    }
  }

  json(value: unknown): void {
    this.io.out(`${JSON.stringify(value, null, 2)}\n`)
  }

  /** Some inputs failed; the rest was done. */
  partial(): void {
    this.exitCode = EXIT.partial
  }
}

/** `--case DIR` on a command. */
export function caseOption(): Option {
  return new Option(
    '--case <dir>',
    'folder of the case, or postgres://…#id (with ISNAD_DATABASE set: a name in that database)',
  )
    .default(DEFAULT_CASE)
    .env('ISNAD_CASE')
}

export const jsonOption = () => new Option('--json', 'print JSON')
export const tlpOption = (text: string) => new Option('--tlp <marking>', text).choices([...TLP_MARKINGS])
export const languageOption = () => new Option('--language <id>', 'language of our own sentences').default('en')

/** A command with its place for options that most have. */
export function command(spec: string, description: string): Command {
  return new Command(spec).description(description)
}
