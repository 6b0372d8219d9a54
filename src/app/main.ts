// The worker begins before the page's own code is read, which is evaluated in a task of its own.
import './startData';

void import('./begin');
