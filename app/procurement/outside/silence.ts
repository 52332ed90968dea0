import { Gauge } from 'prom-client'
import { clock } from '#kernel/clock'
import { registry } from '#lib/watch/metrics'
import { defineChecks } from '#web/watch/room_checks'
import { durationWords } from '../rules/availability.js'
import { isTimely } from '../rules/seen_outside.js'
import OutsideProbe from './probe.js'

/** Ten turns missed: whoever keeps it is called before a tender closes without it. */
export const SILENT_AFTER_MS = 600_000

/** For how long nothing came of a probe, in milliseconds; since it was declared, of one that never spoke. */
export const silenceOf = ({ heardAt, createdAt }: OutsideProbe): number =>
  clock.ms() - (heardAt ?? createdAt).toMillis()

export const isSilent = (probe: OutsideProbe): boolean => silenceOf(probe) > SILENT_AFTER_MS

/** What is wrong with one, in a few words; null when it looks each minute and its clock is right. */
export function troubleOf(probe: OutsideProbe): string | null {
  if (isSilent(probe)) return `rien n’en vient depuis ${durationWords(silenceOf(probe))}`
  const { driftMs } = probe
  if (driftMs === null || isTimely({ driftMs })) return null
  return `son horloge s’écarte de ${durationWords(Math.abs(driftMs))} : rien ne compte de ce qu’elle voit`
}

defineChecks(async () =>
  (await OutsideProbe.speaking()).map((probe) => {
    const trouble = troubleOf(probe)
    return {
      name: `Sonde du dehors « ${probe.name} »`,
      works: trouble === null,
      says: trouble ?? 'regarde chaque minute',
      gesture:
        'Sur sa machine : systemctl status halle-probe, puis son heure (NTP). Sans elle, une attestation ne dit que ce que la plateforme voit d’elle-même.',
    }
  })
)

new Gauge({
  name: 'halle_outside_probe_silence_seconds',
  help: 'Seconds since each outside probe last told what it saw',
  labelNames: ['probe'],
  registers: [registry],
  aggregator: 'max',
  async collect() {
    this.reset()
    for (const probe of await OutsideProbe.speaking().catch(() => []))
      this.set({ probe: probe.name }, silenceOf(probe) / 1_000)
  },
})
