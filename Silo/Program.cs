using Ganchao.Silo.Api;
using Ganchao.Silo.CommandLine;
using Ganchao.Silo.Hosting;
using Ganchao.Silo.Identity;
using Ganchao.Silo.Ledger;
using Ganchao.Dashboard;

if (Verbs.Find(args) is { } verb)
{
    return await verb(args[1..]);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddAddress();
builder.AddLedger();
builder.AddPlant();
builder.AddIdentity();
builder.AddApi();
builder.AddDashboard();

var app = builder.Build();
app.UseExceptionHandler();
app.MapApi();
app.MapDashboard();
app.MapHealth();
app.PrintAddress();
await app.RunAsync();
return 0;
