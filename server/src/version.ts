/** Version of the server: the one of the packages (a test compares them). */
export const VERSION = '0.1.0'
