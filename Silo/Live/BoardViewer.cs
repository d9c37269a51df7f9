using Ganchao.Contracts.Boards;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Ganchao.Silo.Live;

/// <summary>
/// One connection that looks at one board. While a message is still on its way to it, nothing more is written: afterwards it
/// gets the board as it is then.
/// </summary>
internal sealed class BoardViewer(
    string connection, ViewerKind kind, Func<SerializedHubMessage, CancellationToken, ValueTask> write)
{
    private Task _writing = Task.CompletedTask;

    public string Connection => connection;

    public ViewerKind Kind => kind;

    /// <summary>The frame that it holds once all is written; null: it needs a whole one.</summary>
    public (long Epoch, long Seq)? Holds { get; set; }

    public bool IsBusy => !_writing.IsCompleted;

    /// <summary>When the message on its way has arrived, or its connection has ended.</summary>
    public Task Idle => _writing;

    public void Write(SerializedHubMessage message)
    {
        var writing = write(message, CancellationToken.None);
        _writing = writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
    }

    public void Write(string method, object argument) => Write(Message(method, argument));

    /// <summary>A message that is put into bytes once, however many viewers get it.</summary>
    public static SerializedHubMessage Message(string method, object argument) =>
        new(new InvocationMessage(method, [argument]));
}
