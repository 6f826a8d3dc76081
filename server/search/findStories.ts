import type { Actor } from '#lib/domain/roles.ts'
import type { Story } from '#lib/domain/story.ts'
import type { Talk } from '#lib/domain/talk/thread.ts'
import { readsStory } from '#lib/domain/visibility.ts'
import type { ServerFound, ServerHit } from '#lib/schema/search.ts'
import { excerptOf } from '#lib/search/excerpt.ts'
import { wordsOf } from '#lib/search/words.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'
import type { Storage } from '#server/storage/storage.ts'
import { readTexts } from './readTexts.ts'

/** Where is looked. */
export interface SearchSource {
  readonly storage: Pick<Storage, 'documents' | 'texts'>
  readonly workspace: OpenWorkspace
}

/** Words behind these are not looked for. */
export const WORDS_MAX = 8
/** So many texts that were written in since are read before an answer; the next one goes on behind them. */
const READ_FIRST = 200
/** So many texts are looked at in one query. */
const LOOK_AT = 100

/**
 * Finds stories by their cards, texts and comments, every word asked for as the beginning of a word, what was written in last
 * first. Only stories that the reader may read and that are not in the trash are looked at; of all others nothing is told,
 * nor how many there are. Rejects when storage does.
 */
export async function findStories(
  { storage, workspace }: SearchSource,
  reader: Actor,
  question: string,
  most: number,
): Promise<ServerFound> {
  const asked = [...wordsOf(question)].map(({ folded }) => folded)
  const words = [...new Set(asked)].slice(0, WORDS_MAX)
  if (words.length === 0) return { hits: [], more: false, reading: false }
  const isAllRead = await readTexts(storage, workspace.id, READ_FIRST)
  const inText = await lookInTexts({ storage, workspace }, words)
  const { state } = workspace
  const found = [...state.stories.values()].filter(
    (story) =>
      story.trashedAt === null &&
      readsStory(state, story, reader) &&
      hasAll(story, words, inText.get(story.id), state.talks.get(story.id)),
  )
  found.sort((a, b) => changedAt(b) - changedAt(a) || (a.id < b.id ? -1 : 1))
  const shown = found.slice(0, most)
  const texts = await storage.texts.texts(
    workspace.id,
    shown.map(({ id }) => id),
  )
  const now = workspace.state
  const hits = shown
    // Nothing is told that was taken away while the storage answered.
    .flatMap(({ id }) => now.stories.get(id) ?? [])
    .filter((story) => story.trashedAt === null && readsStory(now, story, reader))
    .map((story) => hitOf(story, words, texts.get(story.id) ?? '', now.talks.get(story.id)))
  return { hits, more: found.length > most, reading: !isAllRead }
}

/** Gives which of the words stand in which text. */
async function lookInTexts(
  { storage, workspace }: SearchSource,
  words: readonly string[],
): Promise<Map<string, readonly boolean[]>> {
  const inText = new Map<string, readonly boolean[]>()
  for (let after: string | null = null; ;) {
    const { last, found } = await storage.texts.look(workspace.id, words, { after, limit: LOOK_AT })
    for (const { story, has } of found) inText.set(story, has)
    if (last === null) return inText
    after = last
  }
}

/** Every word somewhere: in the text, on the card, or in what was said. */
function hasAll(
  story: Story,
  words: readonly string[],
  inText: readonly boolean[] | undefined,
  talk: Talk | undefined,
): boolean {
  const left = words.filter((_, at) => !inText?.[at])
  if (left.length === 0) return true
  const others = ` ${[cardWords(story), ...commentsOf(talk).map(folded)].join(' ')}`
  return left.every((word) => others.includes(` ${word}`))
}

const folds = new WeakMap<Story, string>()

/** Stories are never changed, only replaced: each is folded once. */
function cardWords(story: Story): string {
  let words = folds.get(story)
  if (words === undefined) {
    const { title, key, labels, reason } = story
    words = folded([title, key ?? '', ...labels, reason ?? ''].join(' '))
    folds.set(story, words)
  }
  return words
}

function folded(text: string): string {
  return [...wordsOf(text)].map((word) => word.folded).join(' ')
}

function commentsOf(talk: Talk | undefined): string[] {
  return [...(talk?.values() ?? [])].flatMap(({ comments }) =>
    comments.filter(({ deletedAt }) => deletedAt === null).map(({ text }) => text),
  )
}

function changedAt({ written, enteredStageAt }: Story): number {
  return written?.at ?? enteredStageAt
}

function hitOf(
  { id, reason }: Story,
  words: readonly string[],
  text: string,
  talk: Talk | undefined,
): ServerHit {
  const sources = [
    { from: 'text', text },
    ...commentsOf(talk).map((comment) => ({ from: 'comment', text: comment }) as const),
    { from: 'reason', text: reason ?? '' },
  ] as const
  for (const { from, text: said } of sources) {
    const pieces = excerptOf(said, beginningWith(words, said))
    if (pieces) return { id, excerpt: { from, pieces: [...pieces] } }
  }
  return { id, excerpt: null }
}

function beginningWith(words: readonly string[], text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { folded: word } of wordsOf(text))
    if (words.some((asked) => word.startsWith(asked))) found.add(word)
  return found
}
