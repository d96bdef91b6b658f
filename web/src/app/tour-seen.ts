const keptAs = (user: string): string => `raptor-tour-seen:${user}`;

/** Whether somebody has seen the first tour in this browser, or left it. */
export const hasSeenTour = (user: string): boolean => localStorage.getItem(keptAs(user)) !== null;
export const keepTourSeen = (user: string): void => localStorage.setItem(keptAs(user), "yes");
