/** The simulators that a test asks for, started once in this process and stopped at its end. */
const stops: (() => Promise<void>)[] = []

/** Ends whatever `untilTheEnd` was given. */
export async function stopSimulators(): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop()
}

/** Keeps something that runs until the end of the test run. */
export function untilTheEnd(stop: () => Promise<void>): void {
  stops.push(stop)
}
