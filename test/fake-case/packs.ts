import { loadPacks } from '../../src/packs/index.js'

/** The real ontology and languages without any theatre: the fixture's actors are invented. */
export const packs = loadPacks({ theatres: [] })
