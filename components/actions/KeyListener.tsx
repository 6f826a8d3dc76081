'use client'

import { useLayoutEffect } from 'react'
import { findAction } from './dispatch.ts'
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
    // Before the field: what it does with its keys is its own.
    const watch = (event: KeyboardEvent) => {
      if (isEditable(event.target)) typing.inField(event)
    }
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || isModifier(event.key)) return
      if (isElsewhere(event.target)) return
      const editable = isEditable(event.target)
      if (!editable && typing.outside(event)) return
      const history = sequencer.press(pressOf(event), event.timeStamp)
      const found = findAction(registry.offers(), history, {
        editable,
        pressable: isPressable(event.target),
        singleKeys: singleKeysOn(),
      })
      if (!found) return
      event.preventDefault()
      history.consume()
      runAction(found.action, found.target)
    }
    window.addEventListener('keydown', watch, true)
    window.addEventListener('keydown', listen)
    return () => {
      window.removeEventListener('keydown', watch, true)
      window.removeEventListener('keydown', listen)
    }
  }, [])
  return null
}

function pressOf(event: KeyboardEvent): Press {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
  return {
    key,
    code,
    ctrlKey,
    metaKey,
    altKey,
    shiftKey,
    altGraph: event.getModifierState('AltGraph'),
  }
}

/** 229 is what older engines report for every key that an input method takes. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

function isModifier(key: string): boolean {
  return ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead'].includes(key)
}

/** Menus have keys of their own, and while a modal dialog is open the page behind it rests. */
function isElsewhere(target: EventTarget | null): boolean {
  // One that is closing is not in the way any more.
  if (document.querySelector('[data-modal]:not([data-closed])')) return true
  return target instanceof Element && target.closest('[role="menu"], [role="listbox"]') !== null
}

const NOT_TYPED = new Set([
  'button',
  'checkbox',
  'radio',
  'range',
  'submit',
  'reset',
  'file',
  'color',
  'image',
])

function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !NOT_TYPED.has(target.type)
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.isContentEditable ||
    target.closest('[role="textbox"], [role="combobox"], [role="searchbox"]') !== null
  )
}

function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'button, a[href], summary, input, [role="button"], [role="link"], [role="tab"], [role="switch"], [role="radio"], [role="checkbox"]',
    ) !== null
  )
}
