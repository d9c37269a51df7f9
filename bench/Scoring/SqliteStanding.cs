using Microsoft.Data.Sqlite;

namespace Ganchao.Bench.Scoring;

/// <summary>The same field as a table in memory; one statement scores and ranks it, in floating point.</summary>
internal sealed class SqliteStanding : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteCommand _score;

    /// <param name="points">The points of an indicator in SQL, over <c>value</c> and the window <c>i</c>.</param>
    public SqliteStanding(MadeUpField field, string points)
    {
        _connection.Open();
        Execute("create table figure (entrant text, measure text, value real, plan real, primary key (entrant, measure))");
        Fill(field);
        _score = _connection.CreateCommand();
        _score.CommandText =
            $"""
            with valued as (select entrant, measure, round(value / plan * 100, 1) as value from figure),
                pointed as (select entrant, {points} as points from valued window i as (partition by measure)),
                summed as (select entrant, round(sum(points), 2) as total from pointed group by entrant)
            select entrant, total, rank() over (order by total desc) as place from summed order by place, entrant
            """;
    }

    /// <summary>Runs the statement and reads all of it.</summary>
    public void Score()
    {
        using var reader = _score.ExecuteReader();
        var rows = new List<(string Entrant, double Total, long Place)>();
        while (reader.Read())
        {
            rows.Add((reader.GetString(0), reader.GetDouble(1), reader.GetInt64(2)));
        }
    }

    public void Dispose()
    {
        _score.Dispose();
        _connection.Dispose();
    }

    private void Fill(MadeUpField field)
    {
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "insert into figure values ($entrant, $measure, $value, $plan)";
        var entrant = insert.Parameters.AddWithValue("$entrant", "");
        var measure = insert.Parameters.AddWithValue("$measure", "");
        var value = insert.Parameters.AddWithValue("$value", 0.0);
        insert.Parameters.AddWithValue("$plan", (double)MadeUpField.Plan);
        for (var i = 0; i < field.Ids.Count; i++)
        {
            entrant.Value = field.Ids[i];
            for (var m = 0; m < MadeUpField.Indicators; m++)
            {
                measure.Value = MadeUpField.MeasureOf(m);
                value.Value = (double)field.FiguresOf(i)[m];
                insert.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
