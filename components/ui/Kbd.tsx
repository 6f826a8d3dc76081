'use client'

import { Fragment, useSyncExternalStore } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { isApple, keyNames } from './keyNames.ts'

const never = () => () => {}

/** A key sequence, like `G R` or `$mod+K`, drawn as keys. */
export function Keys({ keys }: { readonly keys: string }) {
  const apple = useSyncExternalStore(never, isApple, () => false)
  return (
    <span className="inline-flex items-center gap-1">
      {keyNames(keys, apple).map((press, index) => (
        <Fragment key={index}>
          {index > 0 ? (
            <span className="text-meta text-subtle">{textsOf('ui')('then')}</span>
          ) : null}
          <span className="inline-flex items-center gap-0.5">
            {press.map((name) => (
              <Kbd key={name}>{name}</Kbd>
            ))}
          </span>
        </Fragment>
      ))}
    </span>
  )
}

/** One key. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-control border bg-sunken px-1 font-mono text-meta text-muted">
      {children}
    </kbd>
  )
}
