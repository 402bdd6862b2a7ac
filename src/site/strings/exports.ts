/** What a feed reader calls the feed of what became overdue. */
export const overdueFeed = (siteName: string) => `${siteName}: overdue improvements`;
