import type { Content } from '../../schema/history.ts'
import type { Row } from './blocks.ts'
import { type CriterionThen, type Objects, objectsIn, type QuestionThen } from './objects.ts'

type Sentence =
  | `${'value' | 'design'}${'New' | 'Gone' | 'Changed'}`
  | `design${'Needed' | 'NotNeeded'}`
  | `criterion${'New' | 'Gone' | 'Changed' | 'Moved'}`
  | `question${'New' | 'NewAnswered' | 'Gone' | 'Changed' | 'Answered' | 'Reopened'}`
  | `question${'Blocking' | 'NotBlocking' | 'For' | 'ForNobody'}`
  | 'others'

/** A sentence by its name, with what stands in it: each language has its own. */
export interface Said {
  readonly name: Sentence
  readonly values: Readonly<Record<string, string | number>>
}

/** One thing that is different, as people say it. */
export interface ChangeInWords {
  readonly about: 'value' | 'criterion' | 'question' | 'design' | 'text'
  readonly kind: 'new' | 'gone' | 'changed' | 'moved'
  /** "Criterion 3 changed". */
  readonly said: Said
  /** What it says, afterwards if it is still there; '' where `said` says all. */
  readonly words: string
  /** The name of the criterion or question. */
  readonly id: string | null
}

const SECTIONS = new Set(['customerValue', 'criteria', 'questions', 'design'])

/**
 * Says what is different between two texts, object by object: criteria and questions by their names, the sections, and how
 * many other blocks. `rows` are the same two compared block by block. `personName` gives what somebody is called.
 */
export function changesInWords(
  before: readonly Content[],
  after: readonly Content[],
  rows: readonly Row[],
  personName: (id: string) => string,
): ChangeInWords[] {
  const [was, is] = [objectsIn(before), objectsIn(after)]
  return [
    ...section('value', was.value, is.value),
    ...criteria(was, is),
    ...questions(was, is, personName),
    ...design(was, is),
    ...others(rows),
  ]
}

function say(name: Sentence, values: Said['values'] = {}): Said {
  return { name, values }
}

function section(about: 'value' | 'design', was: string, is: string): ChangeInWords[] {
  if (was === is) return []
  const kind = was === '' ? 'new' : is === '' ? 'gone' : 'changed'
  const verb = ({ new: 'New', gone: 'Gone', changed: 'Changed' } as const)[kind]
  return [{ about, kind, said: say(`${about}${verb}`), words: '', id: null }]
}

function criteria({ criteria: was }: Objects, { criteria: is }: Objects): ChangeInWords[] {
  const about = 'criterion'
  const { pairs, gone, fresh } = partners(was, is)
  const stayed = inOrder(pairs.map(([old, now]) => [was.indexOf(old), is.indexOf(now)] as const))
  const changes = pairs.flatMap(([old, now], index): ChangeInWords[] => {
    const what = { about, words: now.words, id: now.id } as const
    const { number } = now
    if (old.key !== now.key) {
      return [{ ...what, kind: 'changed', said: say('criterionChanged', { number }) }]
    }
    if (stayed.has(index)) return []
    const said = say('criterionMoved', { number, was: old.number })
    return [{ ...what, kind: 'moved', said }]
  })
  return [
    ...changes,
    ...fresh.map(({ number, words, id }): ChangeInWords => {
      return { about, kind: 'new', said: say('criterionNew', { number }), words, id }
    }),
    ...gone.map(({ number, words, id }): ChangeInWords => {
      return { about, kind: 'gone', said: say('criterionGone', { number }), words, id }
    }),
  ]
}

function questions(
  { questions: was }: Objects,
  { questions: is }: Objects,
  personName: (id: string) => string,
): ChangeInWords[] {
  const about = 'question'
  const { pairs, gone, fresh } = partners(was, is)
  return [
    ...pairs.flatMap(([old, now]): ChangeInWords[] => {
      if (isSameQuestion(old, now)) return []
      const said = questionChange(old, now, personName)
      return [{ about, kind: 'changed', said, words: now.words, id: now.id }]
    }),
    ...fresh.map(({ words, id, open }): ChangeInWords => {
      return {
        about,
        kind: 'new',
        said: say(open ? 'questionNew' : 'questionNewAnswered'),
        words,
        id,
      }
    }),
    ...gone.map(({ words, id }): ChangeInWords => {
      return { about, kind: 'gone', said: say('questionGone'), words, id }
    }),
  ]
}

function questionChange(
  was: QuestionThen,
  is: QuestionThen,
  personName: (id: string) => string,
): Said {
  if (was.open && !is.open) return say('questionAnswered')
  if (!was.open && is.open) return say('questionReopened')
  if (was.blocking !== is.blocking) {
    return say(is.blocking ? 'questionBlocking' : 'questionNotBlocking')
  }
  if (was.owner !== is.owner && was.words === is.words) {
    return is.owner === null
      ? say('questionForNobody')
      : say('questionFor', { person: personName(is.owner) })
  }
  return say('questionChanged')
}

function design(was: Objects, is: Objects): ChangeInWords[] {
  const about = 'design'
  if (was.isDesignNeeded !== is.isDesignNeeded) {
    const said = say(is.isDesignNeeded ? 'designNeeded' : 'designNotNeeded')
    return [{ about, kind: 'changed', said, words: '', id: null }]
  }
  return section(about, was.design, is.design)
}

/** Blocks that are part of no section, and sections that are elsewhere now. */
function others(rows: readonly Row[]): ChangeInWords[] {
  const counts = { changed: 0, new: 0, removed: 0, moved: 0 }
  for (const row of rows) {
    if (row.kind === 'same') continue
    if (row.kind === 'changed') {
      if (!SECTIONS.has(row.before.type) || row.before.type !== row.after.type) counts.changed += 1
    } else if (row.move !== null) {
      if (row.kind === 'added') counts.moved += 1
    } else if (!SECTIONS.has(row.node.type)) {
      counts[row.kind === 'added' ? 'new' : 'removed'] += 1
    }
  }
  const count = counts.changed + counts.new + counts.removed + counts.moved
  if (count === 0) return []
  const said = say('others', { ...counts, count })
  return [{ about: 'text', kind: 'changed', said, words: '', id: null }]
}

function isSameQuestion(a: QuestionThen, b: QuestionThen): boolean {
  return a.key === b.key && a.open === b.open && a.blocking === b.blocking && a.owner === b.owner
}

/** What has the same name is the same; of what has none, what says the same. */
function partners<T extends CriterionThen | QuestionThen>(was: readonly T[], is: readonly T[]) {
  const pairs: [T, T][] = []
  const left = new Set(is)
  const gone: T[] = []
  for (const old of was) {
    const now = [...left].find((one) =>
      old.id === null || one.id === null ? one.words === old.words : one.id === old.id,
    )
    if (!now) {
      gone.push(old)
      continue
    }
    left.delete(now)
    pairs.push([old, now])
  }
  pairs.sort(([, a], [, b]) => is.indexOf(a) - is.indexOf(b))
  return { pairs, gone, fresh: is.filter((one) => left.has(one)) }
}

/** Gives which of them (by index) stand in the same order as before, the most that do. */
function inOrder(places: readonly (readonly [number, number])[]): ReadonlySet<number> {
  const lengths: number[] = []
  const previous: number[] = []
  let last = -1
  for (const [index, [was]] of places.entries()) {
    lengths[index] = 1
    previous[index] = -1
    for (let other = 0; other < index; other += 1) {
      const longer = (lengths[other] ?? 0) + 1
      if ((places[other]?.[0] ?? 0) < was && longer > (lengths[index] ?? 0)) {
        lengths[index] = longer
        previous[index] = other
      }
    }
    if (last < 0 || (lengths[index] ?? 0) > (lengths[last] ?? 0)) last = index
  }
  const staying = new Set<number>()
  for (let index = last; index >= 0; index = previous[index] ?? -1) staying.add(index)
  return staying
}
