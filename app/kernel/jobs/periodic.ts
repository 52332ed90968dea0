import logger from '@adonisjs/core/services/logger'
import { queue as config } from '#config/queue'
import { systemDb } from '#kernel/system'

interface Periodic {
  /** `kernel.seal_journals`. */
  name: string
  /** What it does, in French and in the infinitive, for the operator. */
  title?: string
  everySeconds: number
  /** Short: it hands jobs over rather than doing their work. */
  run(): Promise<void>
}

interface WorkerService {
  name: string
  /** Starts something that lasts as long as a worker (a mail listener) and returns its end. */
  start(): Promise<() => Promise<void>>
}

const periodics: Periodic[] = []
const services: WorkerService[] = []

/** Declares what a worker does every so often, each time by one worker of all. */
export const definePeriodic = (periodic: Periodic): void => void periodics.push(periodic)
/** Declares what each worker keeps open as long as it lives: an inbox. */
export const defineWorkerService = (service: WorkerService): void => void services.push(service)
/** Every periodic work that was declared. */
export const allPeriodics = (): readonly Periodic[] => periodics

/** Says when a periodic task last ran: whichever worker sees it due first takes the turn. */
async function takeTurn({ name, everySeconds }: Periodic): Promise<boolean> {
  const { rowCount } = await systemDb().rawQuery(
    `insert into kernel.heartbeats (name, at) values (?, now())
     on conflict (name) do update set at = now()
     where heartbeats.at < now() - make_interval(secs => ?)`,
    [name, everySeconds * 0.95]
  )
  return rowCount === 1
}

/** Begins to look, every few seconds, for the periodic work that is due. */
export function startPeriodics(): { stop(): void } {
  const timers = periodics.map((periodic) =>
    setInterval(
      async () => {
        try {
          if (await takeTurn(periodic)) await periodic.run()
        } catch (error) {
          logger.error({ err: error, periodic: periodic.name }, 'a periodic task failed')
        }
      },
      Math.min(periodic.everySeconds, config.lookSeconds) * 1000
    )
  )
  return { stop: () => timers.forEach((timer) => clearInterval(timer)) }
}

/** Opens the services of a worker; returns how to close them all. */
export async function startWorkerServices(): Promise<() => Promise<void>> {
  const stops = await Promise.all(services.map((service) => service.start()))
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}
