import { DateTime } from 'luxon'
import { checkDecp } from '#lib/decp/check_decp'
import { LocalDate } from '#lib/values'
import type { Answer, Command } from './command.js'
import { readWhole } from './disk.js'
import { answerOf } from './findings.js'
import { readDay } from './values_read.js'

export const decpCheck: Command = {
  usage: 'FICHIER [--today JOUR] [--previous FICHIER] [--json]',
  options: { today: 'one', previous: 'one' },
  files: 1,
  async run(given): Promise<Answer> {
    const [today, previous] = [given.maybe('today'), given.maybe('previous')]
    const day = today === null ? LocalDate.at(DateTime.now()) : readDay('today', today)
    const bytes = await readWhole(given.files[0])
    const before = previous === null ? undefined : await readWhole(previous)
    return answerOf(checkDecp(bytes, day, before))
  },
}
