import { defineAction, undoLast } from '#components/actions/index.ts'
import { chooseTheme } from '#components/ui/theme.ts'
import { toggleSidebar } from './folding.ts'
import { navigate } from './location.ts'
import { showOverlay } from './overlays.ts'
import { BOARD } from './routes.ts'

const openPalette = defineAction({
  id: 'app.palette',
  title: 'Search stories and actions',
  group: 'General',
  keys: ['$mod+K', '/'],
  inEditables: true,
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
  run: () => undoLast(),
})

const foldSidebar = defineAction({
  id: 'app.foldSidebar',
  title: 'Fold or unfold the sidebar',
  group: 'General',
  keys: ['['],
  run: toggleSidebar,
})

const goToRefinement = defineAction({
  id: 'go.refinement',
  title: 'Go to Refinement',
  group: 'Go to',
  keys: ['G R'],
  words: 'board ideas',
  run: () => navigate(BOARD),
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
  title: 'Invite people',
  group: 'Go to',
  words: 'members invitation link join',
  run: () => navigate({ page: 'settings', section: 'people' }),
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
  foldSidebar,
  goToRefinement,
  goToSettings,
  goToPeople,
  light,
  dark,
  system,
  signOut,
]
