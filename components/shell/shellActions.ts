import { defineAction, withTakingBack } from '#components/actions/index.ts'
import { chooseTheme } from '#components/ui/theme.ts'
import { toggleSidebar } from './folding.ts'
import { ALL_HISTORY } from './historyAddress.ts'
import { navigate, refinement } from './location.ts'
import { showOverlay } from './overlays.ts'
import { SEARCH } from './searchRoute.ts'

const openPalette = defineAction({
  id: 'app.palette',
  group: 'General',
  keys: ['$mod+K', '/'],
  inEditables: true,
  opensField: true,
  keysOnly: true,
  run: () => showOverlay('palette'),
})

const showKeys = defineAction({
  id: 'app.keys',
  group: 'General',
  keys: ['?', '$mod+/'],
  run: () => showOverlay('keys'),
})

const undo = defineAction({
  id: 'app.undo',
  group: 'General',
  keys: ['$mod+Z'],
  run: () => void withTakingBack(({ undoLast }) => undoLast()),
})

const redo = defineAction({
  id: 'app.redo',
  group: 'General',
  keys: ['$mod+Shift+Z'],
  run: () => void withTakingBack(({ redoLast }) => redoLast()),
})

const foldSidebar = defineAction({
  id: 'app.foldSidebar',
  group: 'General',
  keys: ['['],
  run: toggleSidebar,
})

const goToInbox = defineAction({
  id: 'go.inbox',
  group: 'Go to',
  keys: ['G I'],
  run: () => navigate({ page: 'inbox', tab: 'new' }),
})

const goToSearch = defineAction({
  id: 'go.search',
  group: 'Go to',
  keys: ['G F'],
  opensField: true,
  run: () => navigate(SEARCH),
})

const goToQuestions = defineAction({
  id: 'go.questions',
  group: 'Go to',
  keys: ['G Q'],
  run: () => navigate({ page: 'inbox', tab: 'questions' }),
})

const goToRefinement = defineAction({
  id: 'go.refinement',
  group: 'Go to',
  keys: ['G R'],
  run: () => navigate(refinement()),
})

const goToMeetings = defineAction({
  id: 'go.meetings',
  group: 'Go to',
  keys: ['G M'],
  run: () => navigate({ page: 'meetings' }),
})

const goToThemes = defineAction({
  id: 'go.themes',
  group: 'Go to',
  keys: ['G T'],
  run: () => navigate({ page: 'themes' }),
})

const goToTeams = defineAction({
  id: 'go.teams',
  group: 'Go to',
  run: () => navigate({ page: 'settings', section: 'teams' }),
})

const goToReady = defineAction({
  id: 'go.ready',
  group: 'Go to',
  run: () => navigate({ page: 'settings', section: 'ready' }),
})

const goToSettings = defineAction({
  id: 'go.settings',
  group: 'Go to',
  keys: ['G S'],
  run: () => navigate({ page: 'settings', section: 'account' }),
})

const goToPeople = defineAction({
  id: 'go.people',
  group: 'Go to',
  run: () => navigate({ page: 'settings', section: 'people' }),
})

const goToHistory = defineAction({
  id: 'go.history',
  group: 'Go to',
  keys: ['G H'],
  run: () => navigate({ page: 'history', filter: ALL_HISTORY }),
})

const goToTrash = defineAction({
  id: 'go.trash',
  group: 'Go to',
  run: () => navigate({ page: 'trash' }),
})

const light = defineAction({
  id: 'theme.light',
  group: 'Appearance',
  run: () => chooseTheme('light'),
})

const dark = defineAction({
  id: 'theme.dark',
  group: 'Appearance',
  run: () => chooseTheme('dark'),
})

const system = defineAction({
  id: 'theme.system',
  group: 'Appearance',
  run: () => chooseTheme('system'),
})

const signOut = defineAction({
  id: 'app.signOut',
  group: 'General',
  run: () => showOverlay('sign-out'),
})

export const shellActions = [
  openPalette,
  showKeys,
  undo,
  redo,
  foldSidebar,
  goToInbox,
  goToSearch,
  goToQuestions,
  goToRefinement,
  goToMeetings,
  goToThemes,
  goToSettings,
  goToPeople,
  goToTeams,
  goToReady,
  goToHistory,
  goToTrash,
  light,
  dark,
  system,
  signOut,
]
