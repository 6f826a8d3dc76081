'use client'

import { availability, runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import { useViewHere, type ViewTarget } from './here.ts'
import { useFollowed } from './useFollowed.ts'
import { resetView, saveAsNew, saveChanges } from './viewActions.ts'
import { ViewIcon } from './ViewLinks.tsx'

/**
 * Under the bar, while what is looked at is not what the view says: to keep it, or to go back. On a narrow screen, where the
 * bar has no room for its name, always.
 */
export function ViewStrip() {
  const target = useViewHere()
  useFollowed(target)
  return target?.view ? <Strip target={target} /> : null
}

function Strip({ target }: { readonly target: ViewTarget }) {
  const { view, isChanged } = target
  if (!view) return null
  const t = textsOf('views')
  const can = availability(saveChanges, target)
  const whyNot = can.kind === 'explained' ? can.reason : null
  return (
    <section
      aria-label={t('label')}
      className={classes(
        'flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b bg-sunken px-3 py-1.5 text-label text-muted md:px-4',
        !isChanged && 'md:hidden',
      )}
    >
      <ViewIcon view={view} />
      <span className="max-w-60 truncate font-medium text-text">{view.name}</span>
      <span role="status">{isChanged ? t('changed') : null}</span>
      {isChanged ? (
        <div className="ms-auto flex gap-2">
          <Button
            size="small"
            look="primary"
            disabled={whyNot !== null}
            title={whyNot ?? undefined}
            onClick={() => runAction(saveChanges, target)}
          >
            {t('keep')}
          </Button>
          <Button size="small" onClick={() => runAction(saveAsNew, target)}>
            {t('keepNew')}
          </Button>
          <Button size="small" look="quiet" onClick={() => runAction(resetView, target)}>
            {t('reset')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
