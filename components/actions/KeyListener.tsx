'use client'

import { useLayoutEffect } from 'react'
import { alongText } from '#components/language/direction.ts'
import { isComposing } from '#components/ui/composing.ts'
import { awaitField, awaitNothing, listenForAwaited } from './awaitedField.ts'
import { findAction } from './dispatch.ts'
import { isEditable } from './editable.ts'
import { createSequencer, type Press } from './keys.ts'
import { registry } from './registry.ts'
import { runAction } from './runAction.ts'
import { singleKeysOn } from './singleKeys.ts'
import { createStillTyping } from './stillTyping.ts'

/** Listens for keys and runs actions. Goes into the app once. */
export function KeyListener() {
  useLayoutEffect(() => {
    const sequencer = createSequencer()
    const typing = createStillTyping()
    let pressed: string | null = null
    const stopAwaiting = listenForAwaited()
    // Before the field: what it does with its keys is its own.
    const watch = (event: KeyboardEvent) => {
      if (isEditable(event.target)) typing.inField(event, isCombobox(event.target))
    }
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || isModifier(event.key)) return
      if (isElsewhere(event.target)) return
      const editable = isEditable(event.target)
      if (!editable && typing.outside(event)) return
      const history = sequencer.press(pressOf(event), event.timeStamp)
      pressed = event.code
      sequencer.takenIn(performance.now())
      const found = findAction(registry.offers(), history, {
        editable,
        pressable: isPressable(event.target),
        singleKeys: singleKeysOn(),
      })
      if (!found) return
      event.preventDefault()
      history.consume()
      if (found.action.opensField) awaitField()
      if (!runAction(found.action, found.target).ok) awaitNothing()
    }
    const release = ({ code }: KeyboardEvent) => {
      if (code === pressed) sequencer.takenIn(performance.now())
    }
    window.addEventListener('keydown', watch, true)
    window.addEventListener('keydown', listen)
    window.addEventListener('keyup', release)
    return () => {
      stopAwaiting()
      window.removeEventListener('keydown', watch, true)
      window.removeEventListener('keydown', listen)
      window.removeEventListener('keyup', release)
    }
  }, [])
  return null
}

function pressOf(event: KeyboardEvent): Press {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
  return {
    key: alongText(key),
    code,
    ctrlKey,
    metaKey,
    altKey,
    shiftKey,
    altGraph: event.getModifierState('AltGraph'),
  }
}

function isModifier(key: string): boolean {
  return ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead'].includes(key)
}

/** Menus have keys of their own, and while a modal dialog is open the page behind it rests. */
function isElsewhere(target: EventTarget | null): boolean {
  // One that is closing is not in the way any more, nor is a menu that still has the focus.
  if (document.querySelector('[data-modal]:not([data-closed])')) return true
  const menu = target instanceof Element && target.closest('[role="menu"], [role="listbox"]')
  return menu ? menu.closest('[data-closed]') === null : false
}

function isCombobox(target: EventTarget | null): boolean {
  return target instanceof Element && target.getAttribute('role') === 'combobox'
}

function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'button, a[href], summary, input, [role="button"], [role="link"], [role="tab"], [role="switch"], [role="radio"], [role="checkbox"]',
    ) !== null
  )
}
