import { alongText } from '#components/language/direction.ts'
import { textsOf } from '#components/language/loaded.ts'

/** Gives the presses of a key sequence as people read them: `G R` → [['G'], ['R']]; `$mod+K` → [['⌘', 'K']] on Apple. */
export function keyNames(keys: string, apple: boolean): string[][] {
  return keys.split(' ').map((press) =>
    press
      .split(/\b\+/)
      .map((part) => (apple ? APPLE[part] : OTHER[part]) ?? COMMON[alongText(part)] ?? part)
      .map(nameOf),
  )
}

/** Some keys are called otherwise on the keyboards of other languages. */
function nameOf(key: string): string {
  const t = textsOf('ui.keys')
  return t.has(key as 'Ctrl') ? t(key as 'Ctrl') : key
}

/** True where Cmd is the key for commands. */
export function isApple(): boolean {
  return typeof navigator === 'object' && /Mac|iPhone|iPad|iPod/.test(navigator.platform)
}

const COMMON: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Enter: '↵',
}
const APPLE: Readonly<Record<string, string>> = {
  $mod: '⌘',
  Meta: '⌘',
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Backspace: '⌫',
}
const OTHER: Readonly<Record<string, string>> = { $mod: 'Ctrl', Control: 'Ctrl' }
