import type { Figure } from '../../charts/figure';
import type { ExportOptions } from '../exportOptions';

export declare function exportPng(figure: Figure, options: ExportOptions, signal?: AbortSignal): Promise<Blob>;
