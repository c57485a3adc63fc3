import { useEffect, useState } from 'react';
import { type Day, dayInJapan } from '../../../domain/calendar/day';

const lookEveryMs = 30_000;

/** The day it is in Japan by the tablet's clock, also when the screen stays on past midnight. */
export function useToday(): Day {
  const [today, setToday] = useState(() => dayInJapan(Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setToday(dayInJapan(Date.now())), lookEveryMs);
    return () => clearInterval(timer);
  }, []);
  return today;
}
