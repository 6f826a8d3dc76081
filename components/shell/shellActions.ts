import { defineAction, withTakingBack } from '#components/actions/index.ts'
import { chooseTheme } from '#components/ui/theme.ts'
import { toggleSidebar } from './folding.ts'
import { ALL_HISTORY } from './historyAddress.ts'
import { navigate, refinement } from './location.ts'
import { showOverlay } from './overlays.ts'
import { SEARCH } from './searchRoute.ts'

const openPalette = defineAction({
  id: 'app.palette',
  title: 'Search stories and actions',
  group: 'General',
  keys: ['$mod+K', '/'],
  inEditables: true,
  opensField: true,
  keysOnly: true,
  run: () => showOverlay('palette'),
})

const showKeys = defineAction({
  id: 'app.keys',
  title: 'Show the keys',
  group: 'General',
  keys: ['?', '$mod+/'],
  words: 'help keyboard shortcuts',
  run: () => showOverlay('keys'),
})

const undo = defineAction({
  id: 'app.undo',
  title: 'Undo what I did last',
  group: 'General',
  keys: ['$mod+Z'],
  words: 'take back revert',
  run: () => void withTakingBack(({ undoLast }) => undoLast()),
})

const redo = defineAction({
  id: 'app.redo',
  title: 'Redo what I took back last',
  group: 'General',
  keys: ['$mod+Shift+Z'],
  run: () => void withTakingBack(({ redoLast }) => redoLast()),
})

const foldSidebar = defineAction({
  id: 'app.foldSidebar',
  title: 'Fold or unfold the sidebar',
  group: 'General',
  keys: ['['],
  run: toggleSidebar,
})

const goToInbox = defineAction({
  id: 'go.inbox',
  title: 'Go to the inbox',
  group: 'Go to',
  keys: ['G I'],
  words: 'notifications mentions unread news',
  run: () => navigate({ page: 'inbox', tab: 'new' }),
})

const goToSearch = defineAction({
  id: 'go.search',
  title: 'Search everything',
  group: 'Go to',
  keys: ['G F'],
  opensField: true,
  words: 'find texts documents discussions comments full text',
  run: () => navigate(SEARCH),
})

const goToQuestions = defineAction({
  id: 'go.questions',
  title: 'My open questions',
  group: 'Go to',
  keys: ['G Q'],
  words: 'asked answer blocking',
  run: () => navigate({ page: 'inbox', tab: 'questions' }),
})

const goToRefinement = defineAction({
  id: 'go.refinement',
  title: 'Go to Refinement',
  group: 'Go to',
  keys: ['G R'],
  words: 'board ideas',
  run: () => navigate(refinement()),
})

const goToThemes = defineAction({
  id: 'go.themes',
  title: 'Go to Themes',
  group: 'Go to',
  keys: ['G T'],
  words: 'personas goals roadmap',
  run: () => navigate({ page: 'themes' }),
})

const goToTeams = defineAction({
  id: 'go.teams',
  title: 'Teams and their steps',
  group: 'Go to',
  words: 'settings backlog owner private workflow sizes iterations',
  run: () => navigate({ page: 'settings', section: 'teams' }),
})

const goToReady = defineAction({
  id: 'go.ready',
  title: 'Definition of Ready',
  group: 'Go to',
  words: 'settings gate checks policy readiness ageing',
  run: () => navigate({ page: 'settings', section: 'ready' }),
})

const goToSettings = defineAction({
  id: 'go.settings',
  title: 'Go to Settings',
  group: 'Go to',
  keys: ['G S'],
  words: 'account password devices',
  run: () => navigate({ page: 'settings', section: 'account' }),
})

const goToPeople = defineAction({
  id: 'go.people',
  title: 'People and roles',
  group: 'Go to',
  words: 'invite members invitation link join product manager',
  run: () => navigate({ page: 'settings', section: 'people' }),
})

const goToHistory = defineAction({
  id: 'go.history',
  title: 'Go to History',
  group: 'Go to',
  keys: ['G H'],
  words: 'audit log who changed what',
  run: () => navigate({ page: 'history', filter: ALL_HISTORY }),
})

const goToTrash = defineAction({
  id: 'go.trash',
  title: 'Go to Trash',
  group: 'Go to',
  words: 'deleted restore removed',
  run: () => navigate({ page: 'trash' }),
})

const light = defineAction({
  id: 'theme.light',
  title: 'Light appearance',
  group: 'Appearance',
  words: 'theme',
  run: () => chooseTheme('light'),
})

const dark = defineAction({
  id: 'theme.dark',
  title: 'Dark appearance',
  group: 'Appearance',
  words: 'theme night',
  run: () => chooseTheme('dark'),
})

const system = defineAction({
  id: 'theme.system',
  title: 'Appearance of this device',
  group: 'Appearance',
  words: 'theme system automatic',
  run: () => chooseTheme('system'),
})

const signOut = defineAction({
  id: 'app.signOut',
  title: 'Sign out',
  group: 'General',
  words: 'log out leave',
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
  goToSearch,
  goToQuestions,
  goToRefinement,
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
