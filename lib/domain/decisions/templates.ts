import { accept, type Case, type Decision } from '../decision.ts'
import { refusalOf } from '../permissions.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { TemplateCommand } from '../settingsCommand.ts'
import {
  type Template,
  TEMPLATE_MAX_CHARACTERS,
  TEMPLATES_KEPT_MAX,
  TEMPLATES_MAX,
} from '../template.ts'
import { idProblem } from './capture.ts'
import { nameProblem, tidyName } from './words.ts'

/** Writes, archives and chooses the templates of the workspace (TP1 to TP4). */
export function decideTemplate(here: Case, command: TemplateCommand): Decision {
  const { state, actor, now } = here
  const { templates } = state.settings
  const no = refusalOf(state, actor, 'manageTemplates')
  if (no) return no
  const before = templates.get(command.template) ?? null
  switch (command.type) {
    case 'defineTemplate': {
      const wrong = before ? null : idProblem(command.template, 'template')
      if (wrong) return wrong
      const name = tidyName(command.name ?? before?.name ?? '', 'template')
      if (typeof name !== 'string') return name
      // What is left out stays as it is, also where it is not known (TP5).
      const isLeftOut = before !== null && command.content === undefined
      const content = isLeftOut ? before.content : tidyContent(command.content ?? '')
      if (typeof content !== 'string') return content
      const blank: Template = {
        id: command.template,
        name: '',
        content: '',
        isDefault: false,
        archivedAt: null,
      }
      const base = before ?? blank
      const isLive = base.archivedAt === null
      const twice = isLive ? nameProblem(name, base.id, templates.values(), 'template') : null
      const problem = twice ?? (before ? null : (tooMany(templates) ?? tooManyKept(templates)))
      return problem ?? changed(before, { ...base, name, content })
    }
    case 'archiveTemplate':
      if (!before) return notFound()
      return changed(before, {
        ...before,
        isDefault: false,
        archivedAt: before.archivedAt ?? now,
      })
    case 'reviveTemplate':
      if (!before) return notFound()
      if (before.archivedAt === null) return accept()
      return (
        nameProblem(before.name, before.id, templates.values(), 'template') ??
        tooMany(templates) ??
        changed(before, { ...before, archivedAt: null })
      )
    case 'chooseTemplate':
      return choose(templates, before, command.isDefault)
  }
}

/** TP3: at most one is offered first. */
function choose(
  templates: ReadonlyMap<string, Template>,
  template: Template | null,
  isDefault: boolean,
): Decision {
  if (!template || template.archivedAt !== null) return notFound()
  const others = [...templates.values()].filter(
    (other) => other.isDefault && other.id !== template.id && isDefault,
  )
  const events = [
    ...others.map((other) => ({ ...other, isDefault: false })),
    { ...template, isDefault },
  ]
    .map(
      (to) =>
        ({ story: null, type: 'TemplateDefined', from: templates.get(to.id) ?? null, to }) as const,
    )
    .filter(({ from, to }) => from?.isDefault !== to.isDefault)
  return accept(...events)
}

function changed(from: Template | null, to: Template): Decision {
  if (from && JSON.stringify(from) === JSON.stringify(to)) return accept()
  return accept({ story: null, type: 'TemplateDefined', from, to })
}

function tidyContent(raw: string): string | Refusal {
  const content = raw.replace(/\r\n?/g, '\n').trim()
  if (content === '') return refuse('textEmpty', 'A template needs a text. Nothing was changed.')
  if (content.length <= TEMPLATE_MAX_CHARACTERS) return content
  return refuse(
    'textTooLong',
    `This template has ${content.length.toLocaleString('en')} characters; at most ${TEMPLATE_MAX_CHARACTERS.toLocaleString('en')} fit. Nothing was changed.`,
  )
}

function tooMany(templates: ReadonlyMap<string, Template>): Refusal | null {
  const live = [...templates.values()].filter(({ archivedAt }) => archivedAt === null)
  if (live.length < TEMPLATES_MAX) return null
  return refuse(
    'tooManyTemplates',
    `There are ${TEMPLATES_MAX} templates already, and no more fit. Archive one that nobody uses first.`,
  )
}

function tooManyKept(templates: ReadonlyMap<string, Template>): Refusal | null {
  if (templates.size < TEMPLATES_KEPT_MAX) return null
  return refuse(
    'tooManyTemplates',
    `There are ${TEMPLATES_KEPT_MAX} templates, archived ones included, and no more are kept. Restore an archived one, then change its name and its text.`,
  )
}

function notFound(): Refusal {
  return refuse(
    'templateNotFound',
    'This template does not exist or is archived. Nothing was changed.',
  )
}
