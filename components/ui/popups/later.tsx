'use client'

import { type ComponentType, createElement } from 'react'
import { type Popups, fetchedPopups } from './loading.ts'

type Name = {
  [K in keyof Popups]: Popups[K] extends (props: never) => unknown ? K : never
}[keyof Popups]

/** Gives a part of a popup to be named before its code is there; it is only ever shown inside of an open one. */
export function later<Part extends Name>(name: Part): Popups[Part] {
  const Later = (props: object) =>
    createElement(fetchedPopups()[name] as ComponentType<object>, props)
  return Later as unknown as Popups[Part]
}
