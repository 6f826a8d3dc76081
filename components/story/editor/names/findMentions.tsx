import type { Node } from '@tiptap/pm/model'
import { ClipboardCheck, FileText, Users } from 'lucide-react'
import { roleNames } from '#components/flow/roleNames.ts'
import { textsOf } from '#components/language/loaded.ts'
import { Avatar } from '#components/ui/Avatar.tsx'
import type { AreaView } from '#lib/client/client.ts'
import { mentionAttrs } from '#lib/doc/mention.ts'
import { MENTION_KINDS } from '#lib/doc/mentions.ts'
import type { Line } from '../choosing/choosing.ts'
import { criteriaIn } from './criteriaIn.ts'
import { whereInWords } from './named.ts'

const MOST_OF_A_KIND = 6
const MOST = 12

/**
 * Gives who and what may be meant: people first, then teams, criteria of this story, stories. Every word that was typed must
 * begin a word of the name, the title or the key.
 */
export function findMentions(
  query: string,
  area: AreaView,
  doc: Node,
  storyId: string,
): readonly Line[] {
  if (area.phase === 'loading') return []
  const words = fold(query).split(' ').filter(Boolean)
  const fits = (...texts: readonly (string | null)[]) => {
    const whole = fold(texts.filter(Boolean).join(' '))
    // "ST-42" is found by "42" too.
    const begins = [...whole.split(' '), ...whole.split(/[\s-]+/)]
    return words.every((word) => begins.some((one) => one.startsWith(word)))
  }
  const people = [...area.members.values()]
    .filter(({ name }) => fits(name))
    .map((person): Line => ({
      id: `person:${person.id}`,
      title: person.name,
      detail: roleNames(person.roles),
      icon: <Avatar person={person} size="small" />,
    }))
  const teams = [...area.settings.teams.values()]
    .filter(({ name, archivedAt }) => archivedAt === null && fits(name))
    .map(({ id, name }): Line => ({
      id: `team:${id}`,
      title: name,
      detail: textsOf('story')('names.team'),
      icon: <Users aria-hidden size={16} />,
    }))
  const criteria = [...criteriaIn(doc)]
    .filter(
      ([, { number, words: text }]) =>
        text !== '' && fits(`criterion ${textsOf('story')('names.criterion')} ${number}`, text),
    )
    .map(([id, { number, words: text }]): Line => ({
      id: `criterion:${id}`,
      lead: number,
      title: text,
      detail: textsOf('story')('names.criterion'),
      icon: <ClipboardCheck aria-hidden size={16} />,
    }))
  const stories: Line[] = []
  for (const story of area.stories.values()) {
    if (stories.length === MOST_OF_A_KIND) break
    if (story.id === storyId || !fits(story.key, story.title)) continue
    stories.push({
      id: `story:${story.id}`,
      ...(story.key !== null && { lead: story.key }),
      title: story.title,
      detail: whereInWords(story, area),
      icon: <FileText aria-hidden size={16} />,
    })
  }
  const some = words.length === 0 ? 4 : MOST_OF_A_KIND
  return [people, teams, criteria, stories].flatMap((lines) => lines.slice(0, some)).slice(0, MOST)
}

/** Gives the attributes of the mention that was chosen, or null when it is gone meanwhile. */
export function mentionFor(
  kind: string,
  id: string,
  area: AreaView,
  storyId: string,
): ReturnType<typeof mentionAttrs> | null {
  const known = MENTION_KINDS.find((one) => one === kind)
  if (!known || area.phase === 'loading') return null
  const label = known === 'person' ? (area.members.get(id)?.name ?? '') : ''
  return mentionAttrs({ kind: known, id, story: known === 'criterion' ? storyId : null, label })
}

/** Letters without accents and case: "Jose" finds "José". */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim()
}
