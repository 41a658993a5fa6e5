using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpCenter.Casework.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DatesFollowAndOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "TrailPlace",
                table: "SignFindings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "TrailPlace",
                table: "Recordals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "CalendarEdition",
                table: "Notices",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CalendarEdition",
                table: "EvaluationReports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "TrailPlace",
                table: "Decisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "Count",
                table: "AccessRecords",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Seen",
                table: "AccessRecords",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "NamedParties",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FirmId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NamedParties", x => new { x.ApplicationId, x.Role, x.Key });
                    table.ForeignKey(
                        name: "FK_NamedParties_Cases_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_NamedParties_FirmId",
                table: "NamedParties",
                column: "FirmId");

            migrationBuilder.CreateIndex(
                name: "IX_NamedParties_Key_Role",
                table: "NamedParties",
                columns: new[] { "Key", "Role" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NamedParties");

            migrationBuilder.DropColumn(
                name: "TrailPlace",
                table: "SignFindings");

            migrationBuilder.DropColumn(
                name: "TrailPlace",
                table: "Recordals");

            migrationBuilder.DropColumn(
                name: "CalendarEdition",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "CalendarEdition",
                table: "EvaluationReports");

            migrationBuilder.DropColumn(
                name: "TrailPlace",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "Count",
                table: "AccessRecords");

            migrationBuilder.DropColumn(
                name: "Seen",
                table: "AccessRecords");
        }
    }
}
