import { type Outcome, sendTogether, type Workplace } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { refusalIn } from '#components/language/refusalText.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import type { Check } from '#lib/domain/policy.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import type { Story } from '#lib/domain/story.ts'
import { NOTHING_SELECTED, type SelectionState } from './selection.ts'
import type { Store } from './store.ts'

/** A screen on which several stories are acted on at once. */
export interface Several extends Workplace {
  readonly judge: (command: NewCommand) => Refusal | null
  readonly state: Store<SelectionState>
  /** Who can put right what stories lack (RD4), as a sentence names them: "You, Bo and 3 others"; '' for nobody. */
  readonly whoCanFix?: (lacking: readonly Lacking[]) => string
}

/** A story and the checks that it does not meet. */
export interface Lacking {
  readonly story: Story
  readonly checks: readonly Check[]
}

/**
 * What is sent about one story: commands that do not need one another, none where there is nothing to do, or the sentence
 * why it cannot be done. `behind`: the story before it that can; undefined for the first.
 */
export type PlanOf = (story: Story, behind?: string) => NewCommand | readonly NewCommand[] | string

/**
 * For `when` of an action on several stories: true when it is possible with one of them at least, else the sentence why it
 * is not with the first, and whom to ask.
 */
export function possible(
  { judge }: Pick<Several, 'judge'>,
  stories: readonly Story[],
  planOf: PlanOf,
): true | string {
  let first: string | null = null
  for (const story of stories) {
    const no = whyNot(judge, planOf(story))
    if (no === null) return true
    first ??= refusalIn(no)
  }
  return first ?? textsOf('flow.why')('nothing')
}

interface Telling {
  readonly quiet?: boolean
  /** They leave where they are: nothing of them stays selected. */
  readonly leaves?: boolean
}

/**
 * Does one thing with several stories, each judged by itself, with one way back. Where it is not possible with some of them
 * it is done with the others; the toast says how many not, and why, and those stay selected. `said` names what was done
 * with those it is told.
 */
export function together(
  several: Several,
  stories: readonly Story[],
  planOf: PlanOf,
  said: (stories: readonly Story[]) => string,
  { quiet = false, leaves = false }: Telling = {},
): Outcome | void {
  const able: Story[] = []
  const commands: NewCommand[] = []
  const left: Left[] = []
  for (const story of stories) {
    const no = whyNot(several.judge, planOf(story))
    if (no !== null) {
      left.push({ story, no })
      continue
    }
    const plan = planOf(story, able.at(-1)?.id) as NewCommand | readonly NewCommand[]
    const own = [plan].flat()
    if (own.length === 0) continue
    able.push(story)
    commands.push(...own)
  }
  const [first] = left
  if (able.length === 0) return first && { ok: false, message: inWords(several, left) }
  const { outcome, answers } = sendTogether(several, commands, () => said(able))
  if (!outcome.ok) return outcome
  for (const [index, answer] of answers.entries()) {
    const story = able.find(({ id }) => id === storyOf(commands[index]))
    if (story && !answer.ok) left.push({ story, no: answer })
  }
  if (left.length > 0) keepSelected(several, left)
  else if (leaves) several.state.set({ selection: NOTHING_SELECTED })
  if (left.length === 0) return { ...outcome, quiet }
  return {
    ...outcome,
    quiet: false,
    said: textsOf('flow')('not', {
      said: outcome.said ?? '',
      count: left.length,
      why: inWords(several, left),
    }),
  }
}

/** A story that stays as it is. */
interface Left {
  readonly story: Story
  readonly no: Pick<Refusal, 'message' | 'who' | 'missing' | 'action' | 'isManaged'> & {
    readonly code?: Refusal['code']
  }
}

/** Gives why they were left, the commonest reason in words and the others counted. */
function inWords(several: Several, left: readonly Left[]): string {
  const reasons = Map.groupBy(left, ({ no }) => no.code ?? no.message)
  const [most = [], ...others] = [...reasons.values()].sort((a, b) => b.length - a.length)
  const rest = left.length - most.length
  const more = others.length === 0 ? '' : textsOf('flow')('others', { count: rest })
  return `${reasonOf(several, most)}${more}`
}

/** What is missing is counted, because it differs from story to story; a right is missing for all in the same words. */
function reasonOf({ whoCanFix }: Several, left: readonly Left[]): string {
  const [first] = left
  const missing = left.flatMap(({ no }) => no.missing?.length ?? [])
  if (!first || missing.length === 0 || left.length === 1) return first ? refusalIn(first.no) : ''
  const [least, most] = [Math.min(...missing), Math.max(...missing)]
  const t = textsOf('flow')
  const count =
    least === most ? t('checksMissing', { count: most }) : t('checksBetween', { least, most })
  const who = whoCanFix?.(left.map(({ story, no }) => ({ story, checks: no.missing ?? [] })))
  return who ? t('can', { count, who }) : `${count}.`
}

/** Of what was selected, only that which is still to be dealt with. */
function keepSelected({ state }: Several, left: readonly Left[]): void {
  const ids = new Set(left.map(({ story }) => story.id))
  if (state.get().selection.ids.size === 0) return
  state.set({ selection: { ids, anchor: left[0]?.story.id ?? null } })
}

function whyNot(
  judge: Several['judge'],
  plan: NewCommand | readonly NewCommand[] | string,
): Left['no'] | null {
  if (typeof plan === 'string') return { message: plan, who: [] }
  for (const command of [plan].flat()) {
    const no = judge(command)
    if (no) return no
  }
  return null
}

function storyOf(command: NewCommand | undefined): string | undefined {
  return command && 'story' in command ? command.story : undefined
}
