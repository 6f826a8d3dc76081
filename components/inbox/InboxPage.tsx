'use client'

import { useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { useActions } from '#components/actions/index.ts'
import { Texts } from '#components/language/Texts.tsx'
import { useArea, useInbox, useWorkspaceClient } from '#components/session/hooks.ts'
import { navigate } from '#components/shell/location.ts'
import { PageBar } from '#components/shell/PageBar.tsx'
import type { InboxTab } from '#components/shell/routes.ts'
import { Segmented } from '#components/ui/Segmented.tsx'
import { useNow } from '#components/ui/useNow.ts'
import { InboxSkeleton } from './InboxSkeleton.tsx'
import { isNew, markAllDone } from './inboxActions.ts'
import { InboxList } from './InboxList.tsx'
import { MarkAllDone } from './MarkAllDone.tsx'
import { Questions } from './Questions.tsx'
import { questionsOf } from './questionsOf.ts'
import { NotAccepted } from './NotAccepted.tsx'
import { SpokenNews } from './SpokenNews.tsx'
import { AREAS } from './texts.ts'

/** What concerns this person, by story: what is new, what is done, and the questions that are theirs. */
export function InboxPage({ tab }: { readonly tab: InboxTab }) {
  return (
    <Texts areas={AREAS}>
      <Shown tab={tab} />
    </Texts>
  )
}

function Shown({ tab }: { readonly tab: InboxTab }) {
  const t = useTranslations('inbox')
  const client = useWorkspaceClient()
  const inbox = useInbox()
  const area = useArea()
  const now = useNow()
  const scroller = useRef<HTMLDivElement>(null)
  const items = inbox.phase === 'ready' ? inbox.items : null
  const shown = useMemo(() => {
    const told = (items ?? []).filter(({ notices }) => notices.length > 0)
    return { fresh: told.filter(isNew), done: told.filter((item) => !isNew(item)) }
  }, [items])
  const stories = area.phase === 'ready' ? area.stories : null
  const questions = useMemo(
    () => questionsOf(stories?.values() ?? [], client.me.id),
    [stories, client],
  )
  useActions([markAllDone], { client, items: shown.fresh })
  if (area.phase === 'loading' || items === null) return <InboxSkeleton />
  return (
    <div ref={scroller} className="relative min-h-0 flex-1 overflow-y-auto">
      <PageBar>
        <Segmented
          label={t('title')}
          value={tab}
          onChange={(next) => navigate({ page: 'inbox', tab: next })}
          segments={[
            { value: 'new', label: counted(t('tabs.new'), shown.fresh.length) },
            { value: 'done', label: t('tabs.done') },
            { value: 'questions', label: counted(t('tabs.questions'), questions.length) },
          ]}
        />
        {tab === 'new' && shown.fresh.length > 0 ? <MarkAllDone items={shown.fresh} /> : null}
      </PageBar>
      <div className="mx-auto w-full max-w-3xl px-3 py-4 md:px-6 md:py-6">
        <NotAccepted />
        <SpokenNews items={shown.fresh} />
        {tab === 'questions' ? (
          <Questions questions={questions} area={area} />
        ) : (
          <InboxList
            key={tab}
            tab={tab}
            items={tab === 'new' ? shown.fresh : shown.done}
            area={area}
            now={now}
            scroller={scroller}
          />
        )}
      </div>
    </div>
  )
}

function counted(name: string, count: number): string {
  return count === 0 ? name : `${name} ${count}`
}
