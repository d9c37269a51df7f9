namespace Ganchao.Silo.Import;

/// <summary>A mapping or setup file, or the call itself, cannot be used: nothing was read or sent.</summary>
internal sealed class MappingException : Exception
{
    /// <param name="file">The mapping's or the data file's name.</param>
    /// <param name="line">Its line, from 1; null where it is the file as a whole.</param>
    /// <param name="said">What is wrong and what to do.</param>
    public MappingException(string file, long? line, Said said)
        : base(line is null ? $"{file}: {said.En}" : $"{file}:{line}: {said.En}")
    {
        Said = new Said(line is null ? $"{file}: {said.Zh}" : $"{file}:{line}: {said.Zh}", Message);
    }

    public Said Said { get; }
}
