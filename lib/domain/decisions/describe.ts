import type { AcknowledgeStory, DescribeStory } from '../command.ts'
import { accept, type Case, type Decision, nameOf } from '../decision.ts'
import { whyFollows } from '../inbox/followers.ts'
import { refusalOf } from '../permissions.ts'
import { type Refusal, refuse } from '../refusal.ts'
import {
  DEPENDENCIES_MAX,
  LABEL_MAX_CHARACTERS,
  LABELS_MAX,
  NOT_NEEDED,
  type Story,
} from '../story.ts'
import { visibleStory } from './places.ts'

/** What is said of a story beside its prose; whoever may edit it may say it. */
export function describeStory(here: Case, story: Story, command: DescribeStory): Decision {
  const no = refusalOf(here.state, here.actor, 'edit', { story })
  if (no) return no
  switch (command.type) {
    case 'setTheme':
      return setTheme(here, story, command.theme)
    case 'setPersona':
      return setPersona(here, story, command.persona)
    case 'setLabels':
      return setLabels(story, command.labels)
    case 'setDependencies':
      return setDependencies(here, story, command.dependencies)
  }
}

function setTheme({ state }: Case, story: Story, theme: string | null): Decision {
  if (theme === story.theme) return accept()
  if (theme !== null && !isLive(state.settings.themes.get(theme))) {
    return refuse('themeNotFound', 'This theme does not exist or is archived. Choose another one.')
  }
  return accept({ type: 'ThemeSet', story: story.id, from: story.theme, to: theme })
}

function setPersona({ state }: Case, story: Story, persona: string | null): Decision {
  if (persona === story.persona) return accept()
  const isKnown =
    persona === null || persona === NOT_NEEDED || isLive(state.settings.personas.get(persona))
  if (!isKnown) {
    return refuse(
      'personaNotFound',
      'This persona does not exist or is archived. Choose another one.',
    )
  }
  return accept({ type: 'PersonaSet', story: story.id, from: story.persona, to: persona })
}

function setLabels(story: Story, wanted: readonly string[]): Decision {
  const labels = new Map<string, string>()
  for (const raw of wanted) {
    const label = raw.replace(/\s+/g, ' ').trim()
    if (label === '') continue
    if (label.length > LABEL_MAX_CHARACTERS) {
      return refuse(
        'badLabels',
        `A label has at most ${LABEL_MAX_CHARACTERS} characters; "${label.slice(0, LABEL_MAX_CHARACTERS)}…" has ${label.length}. Nothing was changed.`,
      )
    }
    if (!labels.has(label.toLowerCase())) labels.set(label.toLowerCase(), label)
  }
  if (labels.size > LABELS_MAX) {
    return refuse(
      'badLabels',
      `A story has at most ${LABELS_MAX} labels; these are ${labels.size}. Nothing was changed.`,
    )
  }
  const to = [...labels.values()]
  if (isSame(to, story.labels)) return accept()
  return accept({ type: 'LabelsSet', story: story.id, from: story.labels, to })
}

function setDependencies(here: Case, story: Story, wanted: readonly string[] | null): Decision {
  const to = wanted && [...new Set(wanted)]
  const wrong = to && dependencyProblem(here, story, to)
  if (wrong) return wrong
  if (to === null ? story.dependencies === null : isSame(to, story.dependencies)) return accept()
  return accept({ type: 'DependenciesSet', story: story.id, from: story.dependencies, to })
}

function dependencyProblem(here: Case, story: Story, wanted: readonly string[]): Refusal | null {
  if (wanted.length > DEPENDENCIES_MAX) {
    return refuse(
      'badDependencies',
      `A story waits for at most ${DEPENDENCIES_MAX} others. Nothing was changed.`,
    )
  }
  if (wanted.includes(story.id)) {
    return refuse(
      'badDependencies',
      `${nameOf(story)} cannot wait for itself. Nothing was changed.`,
    )
  }
  // One that was there before may have gone out of sight since: it stays.
  const isKnown = (id: string) => story.dependencies?.includes(id) || visibleStory(here, id)
  if (wanted.every(isKnown)) return null
  return refuse(
    'badDependencies',
    'A story that this one should wait for was not found. Nothing was changed.',
  )
}

/** [RD2] One side has looked at the story, or takes that back. */
export function acknowledgeStory(here: Case, story: Story, command: AcknowledgeStory): Decision {
  const no = refusalOf(here.state, here.actor, 'acknowledge', { story })
  if (no) return no
  const isThere = story.acknowledged[command.side] !== undefined
  if (command.type === 'acknowledgeStory') {
    if (isThere) return accept()
    return accept({ type: 'StoryAcknowledged', story: story.id, side: command.side })
  }
  if (!isThere) return accept()
  return accept({ type: 'AcknowledgementWithdrawn', story: story.id, side: command.side })
}

type Mark = 'upvoteStory' | 'withdrawVote' | 'watchStory' | 'unwatchStory'

/** A person's own vote and watching. Watching takes no right but reading. */
export function markStory({ state, actor }: Case, story: Story, type: Mark): Decision {
  const { id } = story
  const isVote = type === 'upvoteStory' || type === 'withdrawVote'
  const no = isVote ? refusalOf(state, actor, 'vote', { story }) : null
  if (no) return no
  const has = (isVote ? story.votes : story.watchers).includes(actor.id)
  // Who captured a story or wrote in it follows it without watching, and may have left or muted it although they watch.
  const stance = state.inbox?.entry(actor.id, id)?.stance ?? 'none'
  const follows = whyFollows(story, actor.id, stance) !== null
  switch (type) {
    case 'upvoteStory':
      return has ? accept() : accept({ type: 'StoryUpvoted', story: id })
    case 'withdrawVote':
      return has ? accept({ type: 'VoteWithdrawn', story: id }) : accept()
    case 'watchStory':
      return has && follows ? accept() : accept({ type: 'StoryWatched', story: id })
    case 'unwatchStory':
      return has || follows ? accept({ type: 'StoryUnwatched', story: id }) : accept()
  }
}

function isLive(thing: { readonly archivedAt: number | null } | undefined): boolean {
  return thing !== undefined && thing.archivedAt === null
}

function isSame(a: readonly string[], b: readonly string[] | null): boolean {
  return b !== null && a.length === b.length && a.every((value, index) => value === b[index])
}
