/**
 * How large what is young may grow where jobs run: in a single megabyte, what an acte holds while it is
 * transmitted is copied again and again, a sixth of what it costs. For the command line of Node.
 */
export const YOUNG_MEMORY_OF_WORK = '--max-semi-space-size=4'
