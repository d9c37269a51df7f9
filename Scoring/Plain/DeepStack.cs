namespace Ganchao.Scoring.Plain;

/// <summary>
/// A walk over formulas that lead to other formulas, 500 of them one behind the other, goes deeper than the stack of an ordinary
/// thread. The length of a rulebook's text bounds it: this stack holds the deepest. Only what is used of it takes memory.
/// </summary>
internal static class DeepStack
{
    private const int Bytes = 256 * 1024 * 1024;

    public static T Run<T>(Func<T> work)
    {
        var task = new Task<T>(work);
        var thread = new Thread(() => task.RunSynchronously(TaskScheduler.Default), Bytes);
        thread.Start();
        thread.Join();
        return task.GetAwaiter().GetResult();
    }
}
