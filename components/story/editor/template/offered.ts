import type { Template } from '#lib/domain/template.ts'

/**
 * Gives the templates that may be chosen: the one that is offered first, then the others by name. One that was just restored
 * is among them as soon as its text has come from the server.
 */
export function offered(templates: Iterable<Template>): readonly Template[] {
  return [...templates]
    .filter(({ archivedAt, content }) => archivedAt === null && content !== '')
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.name.localeCompare(b.name))
}
