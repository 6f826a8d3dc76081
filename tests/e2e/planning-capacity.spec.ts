import { command, expect, test } from '#tests/support/e2e.ts'
import { backlogStory } from '#tests/support/e2eBacklog.ts'
import { lookAt } from '#tests/support/e2eMeeting.ts'
import { inPlanning, planPath, sizes } from '#tests/support/e2ePlanning.ts'
import { toast } from '#tests/support/e2eScreens.ts'
import { planByWeeks, useTeamAtWork, WAITING } from '#tests/support/e2ePace.ts'

const work = useTeamAtWork()

const LIKELY = /^Likely done by (.+) \(85 of 100\), as likely as not by (.+)$/

test('[PL8] [CP1] [FC2] while a team plans, capacity and forecasts follow, and the next iteration is taken on as one step', async ({
  open,
}) => {
  const at = work()
  const { server, ana, id, team } = at
  const next = await planByWeeks(at)
  const { body } = await ana.visitor.get(`/api/v1/workspaces/${id}/lists/team:${team}`)
  const idOf = (title: string) =>
    (body.items as { id: string; title: string }[]).find((item) => item.title === title)!.id
  const unsized = idOf(WAITING[2][0])
  const session = crypto.randomUUID()
  const plan = { session, kind: 'planning', team, name: 'Week ahead' }
  await command(ana, id, { type: 'scheduleSession', ...plan })
  await command(ana, id, { type: 'addToAgenda', session, story: unsized })
  await command(ana, id, { type: 'startSession', session })
  await command(ana, id, { type: 'scheduleStory', story: unsized, schedule: next })

  const viewport = { width: 1920, height: 1080 }
  const page = await open(server, ana, planPath(id, team, session), { viewport })
  await inPlanning(page)
  const note = page.getByRole('button', { name: /^Next iteration 0 / })
  await expect(note).toBeVisible()
  // What the room agrees on is in the sum at once.
  await sizes(page).getByRole('button', { name: 'Size 1', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Next iteration 1 / })).toBeVisible()

  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('radio', { name: 'Order' }).click()
  const line = page.getByRole('group', { name: /^Next iteration/ })
  await expect(line).toContainText(/^Next iteration.*1 of \d+ points/)
  const row = page.getByRole('article', { name: new RegExp(WAITING[4][0]) })
  const forecast = row.getByTitle(LIKELY)
  await expect(forecast).toContainText(/P85 \d+ \w+/)
  const late = (await forecast.getAttribute('title')) ?? ''
  await row.focus()
  await page.keyboard.press('Alt+Shift+Home')
  await expect(forecast).not.toHaveAttribute('title', late)
  await lookAt(page, 'capacity and forecasts while the backlog is ordered')

  await page.getByRole('button', { name: 'Fill the next iteration…' }).click()
  const dialog = page.getByRole('dialog', { name: /^Next iteration/ })
  await lookAt(page, 'taking on the next iteration in planning')
  await dialog.getByRole('button', { name: /^Schedule \d+ stor/ }).click()
  await expect(dialog).toHaveCount(0)
  const first = idOf(WAITING[4][0])
  await expect.poll(async () => (await backlogStory(ana, id, team, first))?.schedule).toBe(next)
  await toast(page, /scheduled for/)
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect.poll(async () => (await backlogStory(ana, id, team, first))?.schedule).toBe(null)
  await expect(line).toContainText(/1 of \d+ points/)
})
