import type { Case } from '../decision.ts'
import type { Story } from '../story.ts'
import { readsStory, seesTeam } from '../visibility.ts'
import { type Mentions, MENTIONS_MAX } from './thread.ts'

/** `@[Ana](person:id)`, `@[team](team:id)`: how a comment's Markdown names people and teams. */
const TOKEN = /@\[([^\]\n]{1,200})\]\((person|team):([A-Za-z0-9][A-Za-z0-9_-]{0,63})\)/g

/** What stands for a team where its name is not known, or not for all who read on (TA14). */
const A_TEAM = 'a team'

/**
 * Gives the Markdown of a mention. Brackets in a name would end it. The name of a team is for whoever writes: it is taken
 * out when the comment is sent (`withoutTeamNames`).
 */
export function mentionToken(kind: 'person' | 'team', id: string, name: string): string {
  return `@[${name.replace(/[[\]\n]/g, ' ').trim()}](${kind}:${id})`
}

/** Gives the mentions in a text in their order, whoever they are, with where they stand. */
export function mentionTokens(
  text: string,
): { kind: 'person' | 'team'; id: string; name: string; from: number; to: number }[] {
  return [...text.matchAll(TOKEN)].map((match) => ({
    kind: match[2] === 'team' ? 'team' : 'person',
    id: match[3] ?? '',
    name: match[1] ?? '',
    from: match.index,
    to: match.index + match[0].length,
  }))
}

/**
 * [TA11] Gives whom a text mentions: people who may read the story, and teams that its writer knows and that all its
 * readers may know of. The others stay words.
 */
export function mentionsIn({ state, actor }: Case, story: Story, text: string): Mentions {
  const people = new Set<string>()
  const teams = new Set<string>()
  for (const { kind, id } of mentionTokens(text)) {
    if (people.size + teams.size >= MENTIONS_MAX) break
    if (kind === 'person') {
      const member = state.members.get(id)
      if (member && readsStory(state, story, member)) people.add(id)
      continue
    }
    const team = state.settings.teams.get(id)
    if (!team || team.archivedAt !== null || !seesTeam(team, actor)) continue
    if (!team.isPrivate || story.team === id) teams.add(id)
  }
  return { people: [...people], teams: [...teams] }
}

/** [TA14] Gives a text whose tokens say nothing of what teams are called, whoever wrote them. */
export function withoutTeamNames(text: string): string {
  return withTeamNames(text, () => 'team')
}

/** Gives a text whose tokens say what teams are called now, for whoever writes on it; `team` for those without a name. */
export function withTeamNames(text: string, nameOf: (id: string) => string | undefined): string {
  return text.replace(TOKEN, (token: string, _name: string, kind: string, id: string) =>
    kind === 'team' ? mentionToken('team', id, nameOf(id) ?? 'team') : token,
  )
}

/** Gives how a team is read in a comment, by its name of now; undefined for whoever may not know of it. */
export function teamMention(name: string | undefined): string {
  return name === undefined ? A_TEAM : `@${name}`
}

/** What is told of a comment elsewhere is how it begins, in characters. */
const PLAIN_MAX = 2_000

/**
 * Gives how a comment begins as people read it, in plain words: "@Ana" for a mention, and nothing of Markdown's signs.
 * `teamName` gives what a team is called, undefined where that is not for all who read these words. Each pattern looks ahead
 * a bounded way: whoever writes only opening signs costs no more than whoever writes words.
 */
export function plainComment(
  text: string,
  teamName: (id: string) => string | undefined = () => undefined,
): string {
  return text
    .slice(0, PLAIN_MAX)
    .replace(TOKEN, (_token: string, name: string, kind: string, id: string) =>
      kind === 'team' ? teamMention(teamName(id)) : `@${name}`,
    )
    .replace(/\[([^\]\n]{1,200})\]\([^)\s]{0,300}\)/g, '$1')
    .replace(/^[ \t]{0,20}(?:```.*|(?:[-*+]|\d{1,3}[.)]|>|#{1,6})[ \t]{1,20})/gm, '')
    .replace(/(\*\*|__|~~|`)(?=\S)([^\n]{0,300}?\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=[^\s*])([^*\n]{0,300}?[^\s*])\*(?![\w*])/g, '$1')
}
