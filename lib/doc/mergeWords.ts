import { diffArrays } from 'diff'

/**
 * Merges two changes of one line, word by word: what either put in is there, the first's in front where both put something
 * in at one place, and what either took out is gone. Without `base`, the line that both began with, nothing that either
 * says is taken out. Gives the same for everybody who merges the same.
 */
export function mergeWords(base: string | null, first: string, second: string): string {
  const [mine, theirs] = [wordsOf(first), wordsOf(second)]
  const common = base === null ? inBoth(mine, theirs) : wordsOf(base)
  const [a, b] = [changeOf(common, mine), changeOf(common, theirs)]
  const merged: string[] = []
  for (let at = 0; at <= common.length; at += 1) {
    const [put, alsoPut] = [a.put[at] ?? [], b.put[at] ?? []]
    merged.push(...put, ...(put.join(' ') === alsoPut.join(' ') ? [] : alsoPut))
    const word = common[at]
    if (word !== undefined && a.kept[at] && b.kept[at]) merged.push(word)
  }
  return merged.join(' ')
}

/** What became of a line: which of its words stand, and what was put in front of each, and behind the last. */
interface Change {
  readonly kept: readonly boolean[]
  readonly put: Readonly<Record<number, readonly string[]>>
}

function changeOf(base: readonly string[], words: readonly string[]): Change {
  const kept: boolean[] = []
  const put: Record<number, string[]> = {}
  for (const { added, removed, value } of diffArrays([...base], [...words])) {
    if (added) put[kept.length] = [...(put[kept.length] ?? []), ...value]
    else kept.push(...value.map(() => !removed))
  }
  return { kept, put }
}

function inBoth(first: readonly string[], second: readonly string[]): string[] {
  return diffArrays([...first], [...second]).flatMap(({ added, removed, value }) =>
    added || removed ? [] : value,
  )
}

function wordsOf(line: string): string[] {
  return line.split(/\s+/).filter((word) => word !== '')
}
