import { CloudOff, FileQuestion, Trash2 } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { Link } from '#components/shell/Link.tsx'
import { BOARD } from '#components/shell/routes.ts'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import type { Story } from '#lib/domain/story.ts'

/** It was here a moment ago. Where it went, the lists do not say to whom it is hidden. */
export function Gone({ story }: { readonly story: Story }) {
  const t = textsOf('story')
  return (
    <EmptyState
      icon={<Trash2 aria-hidden size={24} />}
      title={t('gone.title', { story: story.key ?? t('gone.this') })}
      action={
        <>
          <Link to={{ page: 'trash' }} className={buttonClasses('primary')}>
            {t('gone.trash')}
          </Link>
          <Link to={BOARD} className={buttonClasses()}>
            {t('gone.back')}
          </Link>
        </>
      }
    >
      {t('gone.means')}
    </EmptyState>
  )
}

/** Nothing here has that key or id. */
export function NotFound({ storyKey }: { readonly storyKey: string }) {
  const t = textsOf('story')
  return (
    <EmptyState
      icon={<FileQuestion aria-hidden size={24} />}
      title={t('notFound.title')}
      action={
        <Link to={BOARD} className={buttonClasses('primary')}>
          {t('gone.back')}
        </Link>
      }
    >
      {t('notFound.means', { key: storyKey.slice(0, 40) })}
    </EmptyState>
  )
}

/** It may exist: this device has not got it, and cannot ask now. It opens by itself with the connection. */
export function NotOnDevice({ storyKey }: { readonly storyKey: string }) {
  const t = textsOf('story')
  return (
    <EmptyState
      icon={<CloudOff aria-hidden size={24} />}
      title={t('notOnDevice.title')}
      action={
        <Link to={BOARD} className={buttonClasses('primary')}>
          {t('gone.back')}
        </Link>
      }
    >
      {t('notOnDevice.means', { key: storyKey.slice(0, 40) })}
    </EmptyState>
  )
}
