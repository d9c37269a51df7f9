namespace Ganchao.Scoring;

/// <summary>What an entrant is in a fact.</summary>
public enum Party
{
    NotSet = 0,

    /// <summary>The one whose figure it is.</summary>
    Own = 1,

    /// <summary>The other side: to whom points go, who was rated.</summary>
    Counterparty = 2,

    /// <summary>Who gave the figure.</summary>
    Scorer = 3,
}
