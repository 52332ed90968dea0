/**
 * How large what is young may grow where pages are served: one of fifty lines makes two megabytes, and
 * in a single one it is copied before it is done with (decision 0134). For the command line of Node.
 */
export const YOUNG_MEMORY = '--max-semi-space-size=8'
