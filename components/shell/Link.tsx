'use client'

import type { ComponentProps } from 'react'
import { navigate, useHref } from './location.ts'
import type { Route } from './routes.ts'

export interface LinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  readonly to: Route
  readonly replace?: boolean
  /** The name of a place on that page. */
  readonly hash?: string
}

/** A link inside the workspace: no page is loaded, yet it opens in a new tab, copies and reads as a link. */
export function Link({ to, replace = false, hash, onClick, ...rest }: LinkProps) {
  const href = useHref()
  return (
    <a
      {...rest}
      href={hash === undefined ? href(to) : `${href(to)}#${hash}`}
      onClick={(event) => {
        onClick?.(event)
        const elsewhere =
          event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0
        if (event.defaultPrevented || elsewhere) return
        event.preventDefault()
        navigate(to, { replace, hash: hash ?? null })
      }}
    />
  )
}
