import { accept, type Case, type Decision } from '../decision.ts'
import { refusalOf } from '../permissions.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { ViewCommand } from '../settingsCommand.ts'
import { LOOK_MAX_CHARACTERS, type View, VIEWS_MAX } from '../view.ts'
import { readsTeam, seesView } from '../visibility.ts'
import { idProblem } from './capture.ts'
import { tidyName } from './words.ts'

/**
 * Saves and removes views (VW1 to VW4). One's own takes no right but reading the place it shows; one that is shared, is to
 * be, or is to be no longer, takes the right to change what all its readers have.
 */
export function decideView(here: Case, command: ViewCommand): Decision {
  const { state, actor } = here
  const { views } = state.settings
  const known = views.get(command.view)
  const before = known && seesView(state, known, actor) ? known : null
  // Whose it is, is nobody else's business: one of another person's is not there.
  if (!before && (known || command.type === 'removeView')) return viewNotFound()
  if (command.type === 'removeView') return changed(here, before, null)
  if (before) {
    const { name = before.name, look = before.look, isShared = before.isShared } = command
    return changed(here, before, { ...before, name, look, isShared })
  }
  const { view: id, name = '', look = '', backlog = null, isShared = false } = command
  const wrong = idProblem(id, 'view') ?? placeProblem(here, backlog)
  if (wrong) return wrong
  return changed(here, null, { id, name, look, backlog, isShared, owner: actor.id })
}

function changed({ state, actor }: Case, from: View | null, to: View | null): Decision {
  const { isShared, backlog } = from?.isShared ? from : (to ?? { isShared: false, backlog: null })
  const no = isShared
    ? refusalOf(state, actor, 'manageViews', { ...(backlog !== null && { team: backlog }) })
    : null
  if (no) return no
  if (!to) return accept({ story: null, type: 'ViewDefined', from, to })
  if (from?.isShared && !to.isShared && from.owner !== actor.id) return notTheirs()
  const name = tidyName(to.name, 'view')
  if (typeof name !== 'string') return name
  const isAnother = from === null || from.isShared !== to.isShared
  const problem = lookProblem(to.look) ?? (isAnother ? tooMany(state.settings.views, to) : null)
  if (problem) return problem
  const tidy = { ...to, name }
  if (JSON.stringify(from) === JSON.stringify(tidy)) return accept()
  return accept({ story: null, type: 'ViewDefined', from, to: tidy })
}

function placeProblem({ state, actor }: Case, backlog: string | null): Refusal | null {
  if (backlog === null || readsTeam(state, backlog, actor)) return null
  return refuse(
    'teamNotFound',
    'This team does not exist, or you cannot see it. Nothing was changed.',
  )
}

function lookProblem(look: string): Refusal | null {
  if (look.length <= LOOK_MAX_CHARACTERS && /^[!-~]*$/.test(look)) return null
  return refuse(
    'invalid',
    'A view is the query of an address, at most 2,000 ASCII characters without blanks. Filter by less and save it again.',
  )
}

function tooMany(views: ReadonlyMap<string, View>, { id, isShared, owner }: View): Refusal | null {
  const others = [...views.values()].filter(
    (view) => view.id !== id && view.isShared === isShared && (isShared || view.owner === owner),
  )
  if (others.length < VIEWS_MAX) return null
  return refuse(
    'tooManyViews',
    `${isShared ? 'There are' : 'You have'} ${VIEWS_MAX} views already, and no more fit. Remove one that nobody uses first.`,
  )
}

function notTheirs(): Refusal {
  return refuse(
    'notAllowed',
    'Only whoever saved a shared view can take it back for themselves. Save it as a view of your own instead.',
  )
}

function viewNotFound(): Refusal {
  return refuse(
    'viewNotFound',
    'This view does not exist, or it is not for you. Nothing was changed.',
  )
}
