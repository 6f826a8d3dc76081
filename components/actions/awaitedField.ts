import { isComposing } from '#components/ui/composing.ts'
import { isEditable } from './editable.ts'
import { type Ahead, createTypeAhead } from './typeAhead.ts'

const ahead = createTypeAhead()
let before: EventTarget | null = null
/** What opens the field has not begun yet: whoever has the focus meanwhile is not meant. */
let isHeld = false

/**
 * Call it where a key opens a field that is not there yet: what is typed from now on goes into it once it has the focus,
 * and nowhere else. `not`: what has the focus, or gets it back before the field does.
 */
export function awaitField(not: Element | null = document.activeElement): void {
  before = not
  // What was held for it is its own.
  if (!isHeld || !ahead.isExpecting()) ahead.expect(performance.now())
  isHeld = false
}

/** Something that opens a field was chosen, and begins once what it was chosen in is gone: what is typed until then is kept. */
export function holdForField(): void {
  ahead.expect(performance.now())
  isHeld = true
}

/** As `awaitField`, for a text of several lines, which takes by `giveAwaited` what was typed for it. */
export function awaitLines(): void {
  isHeld = false
  before = document.activeElement
  ahead.expect(performance.now(), 'text')
}

/** True while what is typed is kept for a field or text that is not there yet. */
export function isAwaited(): boolean {
  return ahead.isExpecting()
}

/** Gives what was typed for a field or text, which is there now. */
export function giveAwaited(): Ahead | null {
  return ahead.give()
}

/** No field comes: keys are keys of the page again. */
export function awaitNothing(): void {
  isHeld = false
  ahead.drop()
}

/** Keeps keys for a field that is awaited, and gives them to it. Gives the function that stops. */
export function listenForAwaited(): () => void {
  const keep = (event: KeyboardEvent) => {
    if (!ahead.isExpecting()) return
    // A field that took the focus in its own way, as another window does.
    if (!isHeld && takesIt(document.activeElement)) hand(document.activeElement)
    else if (!isComposing(event) && ahead.take(event)) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
  }
  const focused = () => {
    if (isHeld || !ahead.isExpecting()) return
    // Once the selection has followed the focus: until then what is inserted goes where it was, into the text behind.
    setTimeout(() => {
      const { activeElement } = document
      if (!isHeld && ahead.isExpecting() && takesIt(activeElement)) hand(activeElement)
    })
  }
  const pointed = () => awaitNothing()
  window.addEventListener('keydown', keep, true)
  window.addEventListener('focusin', focused)
  window.addEventListener('pointerdown', pointed, true)
  return () => {
    window.removeEventListener('keydown', keep, true)
    window.removeEventListener('focusin', focused)
    window.removeEventListener('pointerdown', pointed, true)
  }
}

function takesIt(target: EventTarget | null): target is HTMLElement {
  return target !== before && target instanceof HTMLElement && isEditable(target)
}

function hand(field: HTMLElement): void {
  const typed = ahead.give()
  before = null
  if (!typed) return
  // As if typed: the field's own undo knows of it, and so does whoever listens to its input.
  if (typed.text) document.execCommand('insertText', false, typed.text)
  if (!typed.entered) return
  // Once the field has taken in the text: Enter means what was typed.
  setTimeout(() => {
    const enter = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }
    field.dispatchEvent(new KeyboardEvent('keydown', enter))
  })
}
