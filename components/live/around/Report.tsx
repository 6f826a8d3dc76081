'use client'

import { Copy, Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ReadyArea } from '#components/actions/index.ts'
import { clock } from '#components/live/clock.ts'
import { ParkingLot } from '#components/live/Notes.tsx'
import type { Room } from '#components/live/room.ts'
import { Link } from '#components/shell/Link.tsx'
import { Button } from '#components/ui/Button.tsx'
import { copyText } from '#components/ui/copyText.ts'
import { dateInWords, moment } from '#components/ui/dates.ts'
import {
  type Report as Told,
  type ReportLine,
  reportMarkdown,
  reportOf,
  type ReportWords,
} from './report.ts'

/** What came of a session that is over: time and outcome of each story, decisions, what is for later, who was there. */
export function Report({
  room,
  area,
  children,
}: {
  readonly room: Room
  readonly area: ReadyArea
  /** What else is said of it, above its stories. */
  readonly children?: ReactNode
}) {
  const t = useTranslations('around.report')
  const words = useWords()
  const report = reportOf(room.session, {
    story: (id) => area.stories.get(id),
    person: (id) => area.members.get(id)?.name,
    hidden: { story: t('hidden'), person: t('somebody') },
  })
  return (
    <article data-report aria-label={report.name} className="flex flex-col gap-6">
      <header className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 basis-full sm:flex-1 sm:basis-0">
          <h2 className="text-editor font-semibold">{report.name}</h2>
          <p className="text-label text-muted">
            {report.endedAt === null ? null : t('over', { when: moment(report.endedAt) })}
          </p>
        </div>
        <div className="flex flex-wrap gap-2 print:hidden">
          <Button
            size="small"
            icon={<Copy aria-hidden size={14} />}
            onClick={() => void copyText(reportMarkdown(report, words))}
          >
            {t('copy')}
          </Button>
          <Button
            size="small"
            icon={<Printer aria-hidden size={14} />}
            onClick={() => window.print()}
          >
            {t('print')}
          </Button>
        </div>
      </header>
      {children}
      <Stories report={report} words={words} />
      <Section title={t('decisions')}>
        {report.decisions.length === 0 ? (
          <p className="text-label text-muted">{t('noDecisions')}</p>
        ) : (
          <ul className="list-disc ps-5">
            {room.session.decisions.map(({ id }, index) => {
              const said = report.decisions[index]
              return (
                <li key={id}>
                  {said?.text} {said?.key ? <Key of={said.key} /> : null}
                </li>
              )
            })}
          </ul>
        )}
      </Section>
      <ParkingLot room={room} area={area} />
      <Section title={t('people')}>
        <p>{report.people.join(', ')}</p>
        {report.observers.length > 0 ? (
          <p className="text-muted">
            {t('observers')}: {report.observers.join(', ')}
          </p>
        ) : null}
      </Section>
    </article>
  )
}

function Stories({ report, words }: { readonly report: Told; readonly words: ReportWords }) {
  return (
    <div className="relative overflow-x-auto" role="region" aria-label={words.story} tabIndex={0}>
      <table className="w-full text-start text-interface">
        <thead>
          <tr className="border-b text-label text-muted">
            {[words.story, words.time, words.outcome, words.next].map((title) => (
              <th key={title} scope="col" className="px-1.5 py-1.5 text-start font-medium sm:px-2">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.lines.map((line) => (
            <tr key={line.id} className="border-b align-top">
              <th
                scope="row"
                className="px-1.5 py-1.5 text-start font-normal wrap-anywhere sm:px-2"
              >
                {line.key === null ? (
                  line.story
                ) : (
                  <Link
                    to={{ page: 'story', key: line.key }}
                    className="underline-offset-2 hover:underline"
                  >
                    {line.story}
                  </Link>
                )}
              </th>
              <td className="px-1.5 py-1.5 font-mono text-label sm:px-2">
                {words.timeOf(line.spentMs)}
              </td>
              <td className="px-1.5 py-1.5 sm:px-2 sm:whitespace-nowrap">
                {words.outcomeOf(line)}
              </td>
              <td className="px-1.5 py-1.5 wrap-anywhere sm:px-2">{words.nextOf(line)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="text-label text-muted">
            <th scope="row" className="px-2 py-1.5 text-start font-medium">
              {words.total}
            </th>
            <td className="px-2 py-1.5 font-mono">{words.timeOf(report.spentMs)}</td>
            <td colSpan={2} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-1">
      <h3 className="text-label font-semibold text-muted">{title}</h3>
      {children}
    </section>
  )
}

function Key({ of }: { readonly of: string }) {
  return (
    <Link
      to={{ page: 'story', key: of }}
      className="font-mono text-label text-muted underline-offset-2 hover:underline"
    >
      {of}
    </Link>
  )
}

function useWords(): ReportWords {
  const t = useTranslations('around.report')
  return {
    story: t('story'),
    time: t('time'),
    outcome: t('outcome'),
    next: t('next'),
    decisions: t('decisions'),
    topics: t('topics'),
    people: t('people'),
    observers: t('observers'),
    total: t('total'),
    outcomeOf: ({ outcome, size }: ReportLine) =>
      [t(`outcomes.${outcome ?? 'none'}`), size].filter(Boolean).join(' '),
    nextOf: ({ owner, due, note }: ReportLine) =>
      [
        [owner, due === null ? null : t('until', { day: dateInWords(due) })]
          .filter(Boolean)
          .join(', '),
        note,
      ]
        .filter(Boolean)
        .join(': '),
    timeOf: clock,
    momentOf: moment,
  }
}
