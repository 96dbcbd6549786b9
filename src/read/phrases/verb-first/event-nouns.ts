import type { Lexicon, Verb } from './lexicon.js'
import type { Group } from './noun-group.js'
import type { Tok } from './words.js'

/** An event noun inside a noun group: its own node, and the node it is the genitive of. */
export interface EventNoun {
  group: Group
  verb?: Verb
  outer?: Group
  /** The genitive of the act listed behind it, which is its own too. */
  shared?: Group
}

const HAPPENING = new Set(['event', 'violence', 'deal', 'talks', 'campaign'])
const PEOPLE = new Set(['group', 'fighter', 'soldier'])
/** Things that are named by the act of bringing them together. */
const SUPPLIES = new Set(['group', 'equipment', 'weapon'])
const OTHER_THINGS = new Set([
  'group',
  'person',
  'fighter',
  'soldier',
  'leader',
  'official',
  'civilian',
  'detainee',
  'place',
  'building',
  'base',
  'area',
  'prison',
  'weapon',
  'vehicle',
  'ship',
  'aircraft',
  'outlet',
  'document',
  'time',
  'equipment',
  'body-part',
  'price',
  'sport',
  'drone',
  'convoy',
  'measure',
])

/** The event nouns of a group, outer ones first: masdars, nouns of events, and nouns that govern or report one. */
export function eventsOf(group: Group, toks: readonly Tok[], lexicon: Lexicon, outer?: Group): EventNoun[] {
  const here = group.members ?? [group]
  return here.flatMap((g, i) => {
    const own = eventOf(g, toks, lexicon)
    const shared = own && isHalf(g, toks, lexicon) ? here[i + 1]?.of : undefined
    // «قوات الدعم», «لجنة المصالحة»: what a body is called after is no event.
    const below = g.of && !g.of.pronoun && !isBodyName(g) ? eventsOf(g.of, toks, lexicon, g) : []
    return own ? [{ ...own, ...(outer && { outer }), ...(shared && { shared }) }, ...below] : below
  })
}

/** «مقتل وإصابة خمسة», «تدريب وتسليح المقاتلين»: an act done to somebody, with no genitive of its own yet. */
function isHalf(g: Group, toks: readonly Tok[], lexicon: Lexicon): boolean {
  const { article, reading, classes, spelling } = toks[g.headTok]!
  const done = classes.includes('harm') || masdarOf(toks[g.headTok]!, lexicon)?.transitive === true
  const open = !g.of && !article && !g.nisba && g.modifiers.length === 0 && !spelling.accusative
  return (
    done && open && (reading.number ?? 'singular') === 'singular' && !classes.some((c) => c === 'talks' || c === 'deal')
  )
}

const isBodyName = (g: Group) => g.classes.includes('group') && !g.agreement.human && !g.counted

function eventOf(group: Group, toks: readonly Tok[], lexicon: Lexicon): EventNoun | null {
  const tok = toks[group.headTok]!
  if (tok.mention !== undefined || group.pronoun) return null
  const key = `${tok.lemma}/noun`
  const masdar = masdarOf(tok, lexicon)
  const verb = masdar ? { verb: masdar } : {}
  if (tok.pos === 'adjective') return lexicon.governors.has(key) && !group.members ? { group } : null
  // «آمر اللواء»: whoever is spelt like an act does it.
  if (tok.pos !== 'noun' || (tok.reading.human === true && tok.classes.includes('leader'))) return null
  if (tok.classes.some((c) => HAPPENING.has(c)) || lexicon.governors.has(key) || lexicon.saying.has(key))
    return { group, ...verb }
  if (isOnItsWay(group, tok, toks)) return { group, ...verb }
  if (!masdar) return null
  if (!tok.classes.some((c) => OTHER_THINGS.has(c))) return { group, verb: masdar }
  // «تحالف بين الحركة والتنظيم»: with its sides behind it the name of a body is what they have with each other.
  if (!group.of && toks.find((t) => t.start >= group.end)?.reading.role === 'between') return { group, verb: masdar }
  // «حشد مقاتلين», «إمداد الجماعة»: with people behind it the word for a thing is the act.
  const people = group.of?.classes.some((c) => PEOPLE.has(c)) && !group.of.pronoun
  return people &&
    masdar.transitive &&
    tok.reading.number === 'singular' &&
    !group.counted &&
    tok.classes.some((c) => SUPPLIES.has(c))
    ? { group, verb: masdar }
    : null
}

/** «أموال من قطر للحركة»: in a line without a verb, goods that come from somebody are what is given. */
const isOnItsWay = (group: Group, tok: Tok, toks: readonly Tok[]) =>
  tok.classes.some((c) => GOODS.has(c)) &&
  toks.find((t) => t.start >= group.end)?.reading.role === 'source' &&
  toks.every((t) => t.pos !== 'verb')
const GOODS = new Set(['money', 'weapon', 'ammunition', 'missile', 'drone', 'explosive'])

/** The verb whose masdar a noun is, though it be listed as a noun of its own. */
function masdarOf(tok: Tok, lexicon: Lexicon): Verb | undefined {
  if (tok.reading.verb && tok.reading.derived === 'masdar') return tok.reading.verb
  return lexicon.forms.get(tok.lemma)?.find((r) => r.derived === 'masdar' && r.lemma === tok.lemma)?.verb
}
